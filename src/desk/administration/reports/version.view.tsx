import { ConfirmButton, DefinitionList, type FormState, Refused, Section, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { ReplayShown, VersionSheet } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { Changes } from './changes.view.tsx'
import { Replay } from './replay.view.tsx'
import { DRAFT, type Names, ROUTING, Rules } from './routing.parts.view.tsx'
import { Scheduled, StateBadge } from './routing.view.tsx'

type Props = { sheet: VersionSheet; replay: ReplayShown | undefined; names: Names; form: FormState }

/** A version to read: what was different from the one before, and its rules. */
export const VersionPage = ({ sheet: { version, rules, before, changes }, replay, names, form }: Props) => (
  <AdminPage
    title={t('administration.version.title', { number: version.number })}
    parents={[{ href: ROUTING, label: t('administration.routing') }]}
  >
    <Refused refusal={form.refusal} />
    {version.state === 'scheduled' ? <Scheduled number={version.number} at={version.validFrom!} /> : null}
    <DefinitionList
      items={[
        { term: t('administration.version.state'), value: <StateBadge state={version.state} /> },
        { term: t('administration.version.from'), value: version.validFrom ? <Time at={version.validFrom} show="exact" /> : undefined },
        {
          term: t('administration.version.basedOn'),
          value: version.basedOn && t('administration.version.number', { number: version.basedOn }),
        },
        { term: t('administration.version.createdBy'), value: version.createdByName },
        { term: t('administration.version.decidedBy'), value: version.decidedByName },
      ]}
    />
    <Section title={t('administration.changes')} lead={before ? t('administration.changes.lead', { number: before }) : undefined} sheet>
      <Changes changes={changes} names={names} />
    </Section>
    <Section title={t('administration.rules')}>
      <Rules rules={rules} names={names} />
    </Section>
    {replay ? <Replay shown={replay} names={names} /> : null}
    {version.state === 'scheduled' ? null : (
      <ConfirmButton
        action={DRAFT}
        fields={{ from: String(version.number) }}
        label={t('administration.version.again')}
        icon="undo"
        consequence={t('administration.version.again.consequence')}
        confirm={t('administration.version.again.confirm', { number: version.number })}
      />
    )}
  </AdminPage>
)
