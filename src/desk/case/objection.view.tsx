import { Alert, ButtonLink, ButtonRow, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { CaseSheet } from './case.read.ts'

/** A third objection waits for the lead: what was objected, and the two ways on, for those who may take them. */
export const Objected = ({ sheet: { report, liste } }: { sheet: CaseSheet }) => {
  const { objection, verbs } = report
  if (!objection) return null
  const decides = verbs.includes('turnDown')
  const to = (verb: string) =>
    `/amt/meldungen/${report.case.number}?${new URLSearchParams({ ...(liste ? { liste } : {}), schritt: verb })}#schritt-${verb}`
  return (
    <div class="desk-waiting">
      <Alert tone="warning" title={t(decides ? 'proof.desk.decide' : 'proof.desk.waits')}>
        <p>
          {t('proof.desk.who', { reporter: objection.byReporter ? 'yes' : 'no', supporters: objection.bySupporters })}
          {objection.lastAt ? (
            <>
              {' '}
              · <Time at={objection.lastAt} />
            </>
          ) : null}
        </p>
        <p>{t('proof.desk.read')}</p>
        {decides ? (
          <ButtonRow>
            <ButtonLink href={to('reopen')} kind="secondary" icon="autorenew">
              {t('proof.desk.follow')}
            </ButtonLink>
            <ButtonLink href={to('turnDown')} kind="secondary" icon="close">
              {t('report.verb.turnDown')}
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </Alert>
    </div>
  )
}
