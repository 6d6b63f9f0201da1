import { Alert, Field, Form, Page, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

const home = () => [{ href: '/', label: t('reports.home') }]

/** Number and code, as they stand on the receipt. */
export const StatusFormPage = ({
  form,
  publicPath,
}: {
  form: Again<{ number: string; code: string }>
  publicPath?: string | undefined
}) => (
  <Page title={t('status.title')} lead={t('status.lead')} width="reading" noindex breadcrumbs={home()}>
    {publicPath ? (
      <Alert tone="info" title={t('status.public')}>
        <p>
          <a href={href(publicPath)}>{t('status.public.link')}</a>
        </p>
      </Alert>
    ) : null}
    <Form action="/status" state={form}>
      <Field name="number" label={t('status.number')} hint={t('status.number.hint')} autocomplete="off" width="medium" maxLength={40} />
      <Field name="code" label={t('status.code')} hint={t('status.code.hint')} autocomplete="off" width="medium" maxLength={40} />
      <Submit icon="search">{t('status.show')}</Submit>
    </Form>
    <p class="kern-body kern-body--muted">
      {t('status.lost')} <a href={href('/meldungen')}>{t('status.lost.link')}</a>
    </p>
  </Page>
)

export const ConfirmPage = ({ secret, form }: { secret: string; form: Again }) => (
  <Page title={t('status.confirm.title')} lead={t('status.confirm.lead')} width="reading" noindex breadcrumbs={home()}>
    <Form
      action={`/meldungen/bestaetigen/${encodeURIComponent(secret)}`}
      state={form}
      refusalText={form.refusal ? t('status.confirm.expired') : undefined}
    >
      <Submit icon="check">{t('status.confirm.button')}</Submit>
    </Form>
  </Page>
)
