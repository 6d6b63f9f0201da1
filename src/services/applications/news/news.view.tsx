import { Alert, Button, ButtonLink, ButtonRow, Checkbox, Field, Form, Icon, Page, Submit, Time } from '#design/index.ts'
import { type Again, blank } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { NewsState } from './news.read.ts'

const Address = ({ value }: { value: unknown }) => (
  <Field
    name="email"
    type="email"
    label={t('applyNews.email')}
    hint={t('applyNews.email.hint')}
    value={value}
    maxLength={320}
    autocomplete="email"
  />
)

/** Before sending: never ticked by itself, with the address that the answers name already. */
export const NewsWishFields = ({ offered, form }: { offered: string | undefined; form: Again }) => (
  <fieldset class="kern-fieldset apply-news">
    <legend class="kern-label">{t('applyNews.title')}</legend>
    <Checkbox name="perMail" label={t('applyNews.wish')} hint={t('applyNews.wish.hint')} />
    <Field
      name="email"
      type="email"
      label={t('applyNews.email')}
      hint={t('applyNews.email.hint')}
      value={form.input.email ?? offered}
      maxLength={320}
      autocomplete="email"
      optional
    />
  </fieldset>
)

type Asking = { number: string; form: Again; value: unknown; send: string }

const AddressForm = ({ number, form, value, send }: Asking) => (
  <Form action={`/antraege/${number}/mails`} state={form} id="mails">
    <Address value={form.input.email ?? value} />
    <Submit icon="mail">{send}</Submit>
  </Form>
)

/** On the page of the state: where news go, another address, and the end of it. */
export const NewsByMail = ({ number, news }: { number: string; news: NewsState }) => {
  const { email, confirmed, until, offered } = news
  const state = email ? (confirmed ? 'on' : 'waits') : 'off'
  return (
    <details class="write" id="nachrichten">
      <summary class="share__open">
        <Icon name="mail" /> {t(`applyNews.${state}`)}
      </summary>
      {email ? (
        <p>
          {t(confirmed ? 'applyNews.goTo' : 'applyNews.waitsFor')} <strong class="apply-news__address">{email}</strong>
          {!confirmed && until ? (
            <>
              {' '}
              ({t('applyNews.until')} <Time at={until} />)
            </>
          ) : null}
        </p>
      ) : (
        <p>{t('applyNews.wish.hint')}</p>
      )}
      <AddressForm
        number={number}
        form={blank}
        value={confirmed ? undefined : (email ?? offered)}
        send={t(state === 'on' ? 'applyNews.change' : state === 'waits' ? 'applyNews.sendAgain' : 'applyNews.send')}
      />
      {email ? (
        <Form action={`/antraege/${number}/mails/ende`}>
          <ButtonRow>
            <Button type="submit" icon="delete">
              {t('applyNews.end')}
            </Button>
          </ButtonRow>
        </Form>
      ) : null}
    </details>
  )
}

const crumbs = () => [{ href: '/', label: t('apply.home') }]

/** After a failed attempt: what was typed, without anything private around it. */
export const AddressAgainPage = ({ number, form }: { number: string; form: Again }) => (
  <Page
    title={t('applyNews.title')}
    preline={number}
    width="reading"
    noindex
    breadcrumbs={[...crumbs(), { href: `/status/${number}`, label: t('apply.status.back') }]}
  >
    <AddressForm number={number} form={form} value={undefined} send={t('applyNews.send')} />
  </Page>
)

type Confirming = {
  secret: string
  /** Undefined where the link is over. */
  number: string | undefined
  /** The browser stands for the applicant already. */
  known: boolean
  form: Again<{ code?: string | undefined }>
}

/** One button, and the code where the browser is a stranger. Opening it changes nothing: mail programs open every link. */
export const ConfirmPage = ({ secret, number, known, form }: Confirming) => (
  <Page title={t('applyNews.confirm')} preline={number} width="reading" noindex breadcrumbs={crumbs()}>
    {number ? (
      <Form action={`/antraege/bestaetigen/${encodeURIComponent(secret)}`} state={form}>
        <p class="kern-body">{t('applyNews.confirm.text', { number })}</p>
        {known ? null : (
          <Field name="code" label={t('applyNews.code')} hint={t('applyNews.code.hint')} autocomplete="off" width="medium" maxLength={40} />
        )}
        <Submit icon="check">{t('applyNews.confirm.do')}</Submit>
      </Form>
    ) : (
      <>
        <Alert tone="warning" title={t('refusal.confirmOver')} live />
        <p class="kern-body">{t('applyNews.over.text')}</p>
        <ButtonRow>
          <ButtonLink href="/status" icon="search">
            {t('applyNews.over.status')}
          </ButtonLink>
        </ButtonRow>
      </>
    )}
  </Page>
)
