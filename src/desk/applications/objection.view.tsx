import { Alert, DefinitionList, Section, StageBadge } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { dayText } from '../cover/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { PATH } from './list-query.rules.ts'

type Own = NonNullable<ApplicationSheet['objections']['own']>
type Linked = ApplicationSheet['objections']['filed'][number]

/** What an objection objects to and whether it came in time, and the objections to a decision of this application. */
export const Objections = ({ sheet: { objections } }: { sheet: ApplicationSheet }) => (
  <>
    {objections.own ? <Own objection={objections.own} /> : null}
    {objections.filed.length > 0 ? (
      <Section title={t('deskApplications.objections.title')} id="widersprueche">
        <ul class="plain-list">
          {objections.filed.map((one) => (
            <li key={one.number}>
              <CaseLink it={one} /> <StageBadge stage={one.stage} />
            </li>
          ))}
        </ul>
      </Section>
    ) : null}
  </>
)

const CaseLink = ({ it: { number, title } }: { it: Linked }) => (
  <a class="kern-link" href={href(`${PATH}/${number}`)}>
    {title} ({number})
  </a>
)

const Own = ({ objection }: { objection: Own }) => (
  <Section title={t('deskApplications.objection.title')} id="frist">
    <div class="remedy">
      {objection.late ? (
        <Alert tone="warning" title={t('deskApplications.objection.late', { days: objection.daysLate, day: dayOf(objection.lastDay) })}>
          <p>{t('deskApplications.objection.late.text')}</p>
        </Alert>
      ) : null}
      {objection.formKept ? null : (
        <Alert tone="info" title={t('deskApplications.objection.form')}>
          <p>{t('deskApplications.objection.form.text')}</p>
        </Alert>
      )}
      <DefinitionList
        items={[
          { term: t('deskApplications.objection.against'), value: objection.against ? <CaseLink it={objection.against} /> : undefined },
          { term: t('deskApplications.objection.decided'), value: objection.decidedOn ? dayText(objection.decidedOn) : undefined },
          { term: t('deskApplications.objection.decidedBy'), value: objection.decidedBy.join(', ') || undefined },
          {
            term: t('deskApplications.objection.known'),
            value: objection.deliveredOn
              ? `${dayText(objection.deliveredOn)} (${t(`deskApplications.objection.way.${objection.way ?? 'other'}`)})`
              : t('deskApplications.objection.known.not'),
          },
          {
            term: t(objection.noticed ? 'deskApplications.objection.until' : 'deskApplications.objection.until.unnoticed'),
            value: objection.lastDay ? dayText(objection.lastDay) : undefined,
          },
          {
            term: t('deskApplications.objection.received'),
            value: `${dayText(objection.receivedOn)}: ${t('apply.objection.own.when', { days: objection.daysLate })}`,
          },
          {
            term: t('deskApplications.objection.year'),
            value: objection.noticed && objection.lastDayWithoutNotice ? dayText(objection.lastDayWithoutNotice) : undefined,
          },
          {
            term: t('deskApplications.objection.effect'),
            value: t(`deskApplications.objection.effect.${objection.late ? 'late' : objection.regime === 'ao' ? 'ao' : 'vwvfg'}`),
          },
        ]}
      />
    </div>
  </Section>
)

const dayOf = (day: string | undefined) => (day ? dayText(day) : '')
