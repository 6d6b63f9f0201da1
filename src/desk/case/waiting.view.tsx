import { Alert, Form, Submit, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { endsByLook } from '#services/reports/index.ts'
import type { CaseSheet } from './case.read.ts'

/** Why the report stands among the escalated ones, who was told and what is next. */
export const Waiting = ({ sheet: { report, liste } }: { sheet: CaseSheet }) => {
  const { wait } = report
  if (!wait || (wait.level === 0 && !endsByLook(wait.waits))) return null
  return (
    <div class="desk-waiting">
      <Alert tone={wait.level >= 2 ? 'danger' : 'warning'} title={t(`escalation.waits.${wait.waits}`)}>
        <p>
          {t('escalation.since')} <Time at={wait.since} show="day" />
          {wait.level > 0 ? <> · {t('escalation.level', { level: wait.level })}</> : null}
          {wait.nextAt ? (
            <>
              {' '}
              · {t('escalation.next')}: <Time at={wait.nextAt} show="day" />
            </>
          ) : null}
        </p>
        {wait.seenAt && wait.seenByName ? (
          <p>
            {t('escalation.seen', { name: wait.seenByName })}, <Time at={wait.seenAt} />
          </p>
        ) : null}
        {report.may.work && !wait.seenAt ? (
          <Form action={`/amt/meldungen/${report.case.number}/gesehen`} class="inline-form">
            <input type="hidden" name="liste" value={liste} />
            <Submit kind="secondary" icon="visibility">
              {t('escalation.look')}
            </Submit>
            <span class="desk-hint">{t(endsByLook(wait.waits) ? 'escalation.hint.ends' : 'escalation.hint.goesOn')}</span>
          </Form>
        ) : null}
      </Alert>
    </div>
  )
}
