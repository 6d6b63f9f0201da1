import { ButtonLink, ButtonRow, CardList, Doors, EmptyState, Page, Section } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { ApplicationCard, DraftCard, type MyApplication, type MyDraft } from '#services/applications/index.ts'
import type { PartyRole } from '#services/cases/index.ts'
import { MyReportView, type ReportCard } from '#services/reports/index.ts'

type MyReport = ReportCard & { role: PartyRole }
type Mine = {
  name: string
  drafts: readonly MyDraft[]
  applications: readonly MyApplication[]
  reports: readonly MyReport[]
  /** What waits for an answer. */
  asked: { applications: readonly MyApplication[]; reports: readonly MyReport[] }
}
/** So many of what waits for nothing. */
const NEWEST = 6

/** Everything of one's own: what waits for an answer first, then what was begun, then the newest of each kind. */
export const MinePage = ({ name, drafts, applications, reports, asked }: Mine) => {
  const askedReports = asked.reports.filter(({ role }) => role === 'reporter')
  const shown = new Set([...asked.applications, ...askedReports].map(({ id }) => id))
  const others = applications.filter(({ id }) => !shown.has(id)).slice(0, NEWEST)
  const otherReports = reports.filter(({ id }) => !shown.has(id)).slice(0, NEWEST)
  return (
    <Page title={t('mine.title')} preline={name} lead={t('mine.lead')} noindex>
      <Doors label={t('mine.doors')} doors={doors()} />
      {asked.applications.length + askedReports.length > 0 ? (
        <Section title={t('mine.yourTurn')}>
          <CardList label={t('mine.yourTurn')}>
            {asked.applications.map((application) => (
              <ApplicationCard key={application.id} application={application} />
            ))}
            {askedReports.map((report) => (
              <MyReportView key={report.id} report={report} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {drafts.length > 0 ? (
        <Section title={t('apply.mine.drafts')} lead={t('apply.mine.drafts.lead')}>
          <CardList label={t('apply.mine.drafts')}>
            {drafts.map((draft) => (
              <DraftCard key={draft.id} draft={draft} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t('mine.applications')} action={<a href={href('/antraege')}>{t('mine.applications.all')}</a>}>
          <CardList label={t('mine.applications')}>
            {others.map((application) => (
              <ApplicationCard key={application.id} application={application} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {otherReports.length > 0 ? (
        <Section title={t('mine.reports.newest')} action={<a href={href('/mein/meldungen')}>{t('mine.all')}</a>}>
          <CardList label={t('mine.reports.newest')}>
            {otherReports.map((report) => (
              <MyReportView key={report.id} report={report} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {drafts.length + applications.length + reports.length === 0 ? <Nothing /> : null}
    </Page>
  )
}

const doors = () => [
  { href: '/antraege', icon: 'draft', title: t('apply.nav'), text: t('mine.door.applications.text') } as const,
  { href: '/mein/meldungen', icon: 'flag', title: t('mine.door.reports'), text: t('mine.door.reports.text') } as const,
  {
    href: '/mein/mitteilungen',
    icon: 'bell',
    title: t('mine.door.notifications'),
    text: t('mine.door.notifications.text', { unread: frame().unread }),
  } as const,
  { href: '/mein/konto', icon: 'person', title: t('mine.door.account'), text: t('mine.door.account.text') } as const,
]

const Nothing = () => (
  <EmptyState icon="checklist" title={t('mine.none')} text={t('mine.none.text')}>
    <ButtonRow>
      <ButtonLink href="/dienste" kind="primary">
        {t('welcome.door.services')}
      </ButtonLink>
      <ButtonLink href="/meldungen/neu">{t('reports.new')}</ButtonLink>
    </ButtonRow>
  </EmptyState>
)
