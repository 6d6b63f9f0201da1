import type { LoggedEvent } from '#core/memory/index.ts'
import { Section, Timeline } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'

/** The sentence for a kind of event in the staff's own words; without one its plain name. */
export const eventName = (kind: string): string => (hasText(`event.${kind}`) ? t(`event.${kind}`) : kind)

/** What happened to something, newest first, with the names of the staff who did it. */
export const History = ({ events, names }: { events: readonly LoggedEvent[]; names: ReadonlyMap<string, string> }) =>
  events.length === 0 ? null : (
    <Section title={t('administration.history')}>
      <Timeline
        label={t('administration.history')}
        items={events.map(({ kind, at, actorPersonId, actorRole, data }) => ({
          title: eventName(kind),
          at,
          text: typeof data.role === 'string' && hasText(`role.${data.role}`) ? t(`role.${data.role}`) : undefined,
          who: (actorPersonId && names.get(actorPersonId)) || (hasText(`actor.${actorRole}`) ? t(`actor.${actorRole}`) : actorRole),
        }))}
      />
    </Section>
  )
