import { Icon, Section, Time } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import type { CaseSheet } from './case.read.ts'

const reason = (code: string) => (hasText(`report.handOnReason.${code}`) ? t(`report.handOnReason.${code}`) : code)

/** Which units were asked, and why the rules chose this one, in words. */
export const Routing = ({ sheet: { report, unitNames } }: { sheet: CaseSheet }) => (
  <Section title={t('desk.routing.title')} sheet>
    {report.assignments.length > 0 ? (
      <ol class="routing">
        {report.assignments.map((assignment) => (
          <li key={assignment.id}>
            <strong>{assignment.unitName}</strong>: {t(`case.assignment.${assignment.state}`)}
            {assignment.reason ? <> ({reason(assignment.reason)})</> : null} · <Time at={assignment.since} />
          </li>
        ))}
      </ol>
    ) : (
      <p>{t('desk.routing.none')}</p>
    )}
    {report.trace ? (
      <details class="routing__trace">
        <summary>{t('desk.routing.why')}</summary>
        <ol class="routing">
          {report.trace.tried.map((line) => (
            <li key={`${line.level} ${line.ruleId ?? ''}`} class={line.taken ? 'routing__taken' : undefined}>
              <Icon name={line.taken ? 'check' : 'close'} size="small" /> {t(`report.routing.${line.level}`)}:{' '}
              {line.taken ? <strong>{unitNames.get(line.unitId ?? '') ?? ''}</strong> : t('report.routing.notTaken')}
            </li>
          ))}
        </ol>
        {report.trace.facts.roadOwner ? (
          <p class="desk-hint">{t('desk.routing.owner', { owner: t(`desk.owner.${report.trace.facts.roadOwner}`) })}</p>
        ) : null}
        {report.trace.version ? <p class="desk-hint">{t('desk.routing.version', { number: report.trace.version })}</p> : null}
      </details>
    ) : null}
  </Section>
)
