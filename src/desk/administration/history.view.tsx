import { Section, Timeline } from '#design/index.ts'
import type { Happened } from '#platform/module.ts'
import { hasText, t } from '#platform/text.ts'

/** The sentence for a kind of event in the staff's own words; without one its plain name. */
export const eventName = (kind: string): string => (hasText(`event.${kind}`) ? t(`event.${kind}`) : kind)

/** What happened to something, newest first, with the names of the staff who did it. */
export const History = ({ events, names }: { events: readonly Happened[]; names: ReadonlyMap<string, string> }) => (
  <Section title={t('administration.history')}>
    <Timeline
      label={t('administration.history')}
      items={[...events].reverse().map(({ kind, at, actor, data }) => ({
        title: eventName(kind),
        at,
        text: typeof data.role === 'string' && hasText(`role.${data.role}`) ? t(`role.${data.role}`) : undefined,
        who: (actor.personId && names.get(actor.personId)) ?? (hasText(`actor.${actor.role}`) ? t(`actor.${actor.role}`) : actor.role),
      }))}
    />
  </Section>
)
