import { Button, ButtonRow, Columns, Field, Form, type FormState, Page, Section, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { DemoAccounts } from '../demo/demo.view.tsx'
import { AskPasskey } from '../passkeys/passkey.view.tsx'

export type SignInOffer = {
  weiter: string
  providers: readonly { id: string; name: string }[]
  /** Undefined outside the demo. */
  demo: readonly { id: string; name: string; role: string }[] | undefined
  passkeys: boolean
}

/** A hidden field that carries on where to go afterwards. */
export const Onward = ({ to }: { to: string }) => <input type="hidden" name="weiter" value={to} />

export const SignInPage = ({ form, offer }: { form: FormState; offer: SignInOffer }) => (
  <Page title={t('accounts.signIn.title')} noindex>
    <Columns side={<Beside weiter={offer.weiter} />}>
      {offer.demo ? <DemoAccounts accounts={offer.demo} weiter={offer.weiter} /> : null}
      <Section title={t(offer.demo ? 'accounts.signIn.own' : 'accounts.signIn.password')} sheet>
        <Form action="/anmelden" state={form}>
          <Onward to={offer.weiter} />
          <Field name="email" type="email" label={t('accounts.email')} autocomplete="username" width="medium" />
          <Field
            name="password"
            type="password"
            label={t('accounts.password')}
            hint={t('accounts.signIn.passwordHint')}
            autocomplete="current-password"
            width="medium"
          />
          <ButtonRow>
            <Submit>{t('accounts.signIn.go')}</Submit>
            <Button type="submit" formAction="/anmelden/code" icon="mail">
              {t('accounts.signIn.code')}
            </Button>
          </ButtonRow>
        </Form>
        <p class="account-further">
          <a class="kern-link" href={href('/passwort/vergessen')}>
            {t('accounts.signIn.forgot')}
          </a>
        </p>
      </Section>
      {offer.passkeys ? <AskPasskey action="/anmelden/passkey" question="/anmelden/passkey/frage" weiter={offer.weiter} /> : null}
      <Providers {...offer} />
    </Columns>
  </Page>
)

const Providers = ({ providers, weiter }: SignInOffer) =>
  providers.length === 0 ? null : (
    <Section title={t('accounts.signIn.providers')} sheet>
      <ButtonRow>
        {providers.map(({ id, name }) => (
          <a
            key={id}
            class="kern-btn kern-btn--secondary"
            href={href(`/anmelden/mit/${id}?weiter=${encodeURIComponent(weiter)}`)}
            data-turbo="false"
            rel="nofollow"
          >
            <span class="kern-label">{t('accounts.signIn.with', { name })}</span>
          </a>
        ))}
      </ButtonRow>
    </Section>
  )

const Beside = ({ weiter }: { weiter: string }) => (
  <Section title={t('accounts.signIn.new')}>
    <p>{t('accounts.signIn.newText')}</p>
    <p>
      <a class="kern-link" href={href(`/registrieren?weiter=${encodeURIComponent(weiter)}`)}>
        {t('accounts.signUp.title')}
      </a>
    </p>
    <p class="account-further kern-body kern-body--muted">{t('accounts.signIn.without')}</p>
  </Section>
)

/** The code from a mail, or from an app. */
export const CodePage = ({
  form,
  action,
  title,
  lead,
  submit,
  kind = 'mail',
  back,
}: {
  form: FormState
  action: string
  title: string
  lead: string
  submit: string
  kind?: 'mail' | 'app'
  back: { href: string; text: string }
}) => (
  <Page title={title} lead={lead} width="reading" noindex>
    <Sheet>
      <Form action={action} state={form}>
        <Field
          name="code"
          label={t(kind === 'mail' ? 'accounts.code' : 'accounts.appCode')}
          hint={t(kind === 'mail' ? 'accounts.codeHint' : 'accounts.appCodeHint')}
          autocomplete="one-time-code"
          inputMode={kind === 'mail' ? 'numeric' : 'text'}
          maxLength={20}
          width="short"
          autofocus
        />
        <Submit>{submit}</Submit>
      </Form>
    </Sheet>
    {kind === 'mail' ? <p class="account-further">{t('accounts.code.nothing')}</p> : null}
    <p class="account-further">
      <a class="kern-link" href={href(back.href)}>
        {back.text}
      </a>
    </p>
  </Page>
)

/** A link from a mail never does anything by being opened: programs open links, too. */
export const LinkPage = ({
  form,
  action,
  link,
  title,
  lead,
  submit,
  password,
}: {
  form: FormState
  action: string
  link: string
  title: string
  lead: string
  submit: string
  password?: boolean
}) => (
  <Page title={title} lead={lead} width="reading" noindex>
    <Sheet>
      <Form action={action} state={form}>
        <input type="hidden" name="schluessel" value={link} />
        {password ? (
          <Field
            name="password"
            type="password"
            label={t('accounts.password')}
            hint={t('accounts.signUp.linkPassword')}
            autocomplete="current-password"
            width="medium"
          />
        ) : null}
        <Submit>{submit}</Submit>
      </Form>
    </Sheet>
  </Page>
)

export const LinkExpiredPage = ({ back }: { back: { href: string; text: string } }) => (
  <Page title={t('accounts.linkExpired.title')} lead={t('accounts.linkExpired.text')} width="reading" noindex>
    <p class="account-further">
      <a class="kern-link" href={href(back.href)}>
        {back.text}
      </a>
    </p>
  </Page>
)

/** A provider vouched for somebody whom no account knows yet. */
export const UnconnectedPage = ({ provider }: { provider: string }) => (
  <Page title={t('accounts.unconnected.title', { provider })} lead={t('accounts.unconnected.text', { provider })} width="reading" noindex>
    <ButtonRow>
      <a class="kern-btn kern-btn--primary" href={href('/anmelden')}>
        <span class="kern-label">{t('accounts.unconnected.signIn')}</span>
      </a>
      <a class="kern-btn kern-btn--secondary" href={href('/registrieren')}>
        <span class="kern-label">{t('accounts.unconnected.signUp')}</span>
      </a>
    </ButtonRow>
  </Page>
)
