import { ButtonLink, ButtonRow, Card, Field, Form, Page, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { PublicReport } from '../report.view.rules.ts'
import { PublicStage } from './report-card.view.tsx'
import { beginning, inWords } from './words.ts'

type Common = { report: PublicReport; signedIn: boolean }

const crumbs = ({ number }: PublicReport) => [
  { href: '/', label: t('reports.home') },
  { href: '/meldungen', label: t('reports.title') },
  { href: `/meldungen/${number}`, label: number },
]

const Reminder = ({ report }: { report: PublicReport }) => (
  <Card title={inWords(report.category.name)} subline={report.place.label} badge={<PublicStage stage={report.stage} />} level={2}>
    {report.publicText ? <p>{beginning(report.publicText, 200)}</p> : null}
  </Card>
)

/** "Me too": one button; an address only for those who want news. */
export const JoinPage = ({
  report,
  form,
  signedIn,
  draft,
}: Common & {
  form: Again<{ email?: string | undefined; text?: string | undefined }>
  draft: { id: string; photos: number } | undefined
}) => (
  <Page title={t('join.title')} lead={t('join.lead')} width="reading" noindex breadcrumbs={crumbs(report)}>
    <Reminder report={report} />
    <Form action={`/meldungen/${report.number}/auch`} state={form}>
      {draft ? <input type="hidden" name="entwurf" value={draft.id} /> : null}
      {draft && draft.photos > 0 ? <p>{t('join.photos', { count: draft.photos })}</p> : null}
      <Field name="text" label={t('join.text')} hint={t('join.text.hint')} rows={3} maxLength={2000} optional />
      {signedIn ? (
        <p>{t('join.account')}</p>
      ) : (
        <Field name="email" type="email" label={t('reportForm.email')} hint={t('join.email.hint')} autocomplete="email" optional />
      )}
      <ButtonRow>
        <Submit icon="hand">{t('join.send')}</Submit>
        <ButtonLink href={`/meldungen/${report.number}`} kind="tertiary">
          {t('join.back')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)

/** News of a report, without saying that one is concerned. */
export const FollowPage = ({ report, form, signedIn }: Common & { form: Again<{ email?: string | undefined }> }) => (
  <Page
    title={t('follow.title')}
    lead={t(signedIn ? 'follow.lead.account' : 'follow.lead')}
    width="reading"
    noindex
    breadcrumbs={crumbs(report)}
  >
    <Reminder report={report} />
    <Form action={`/meldungen/${report.number}/folgen`} state={form}>
      {signedIn ? null : (
        <Field name="email" type="email" label={t('reportForm.email')} hint={t('follow.email.hint')} autocomplete="email" />
      )}
      <ButtonRow>
        <Submit icon="bell">{t('follow.send')}</Submit>
        <ButtonLink href={`/meldungen/${report.number}`} kind="tertiary">
          {t('join.back')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)
