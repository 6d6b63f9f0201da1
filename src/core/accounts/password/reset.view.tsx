import { Field, Form, type FormState, Page, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { MIN_PASSWORD } from './password.rules.ts'

export const ForgottenPage = ({ form }: { form: FormState }) => (
  <Page title={t('accounts.forgotten.title')} lead={t('accounts.forgotten.lead')} width="reading" noindex>
    <Sheet>
      <Form action="/passwort/vergessen" state={form}>
        <Field name="email" type="email" label={t('accounts.email')} autocomplete="username" width="medium" />
        <Submit>{t('accounts.forgotten.go')}</Submit>
      </Form>
    </Sheet>
    <p class="account-further">
      <a class="kern-link" href={href('/anmelden')}>
        {t('accounts.backToSignIn')}
      </a>
    </p>
  </Page>
)

/** With the link of the mail nothing but the password is asked for; otherwise also the code. */
export const NewPasswordPage = ({ form, link, email }: { form: FormState; link?: string | undefined; email?: string | undefined }) => (
  <Page
    title={t('accounts.newPassword.title')}
    lead={link ? t('accounts.newPassword.leadLink') : email ? t('accounts.newPassword.leadCode', { email }) : t('accounts.code.leadAgain')}
    width="reading"
    noindex
  >
    <Sheet>
      <Form action="/passwort/neu" state={form}>
        {link ? (
          <input type="hidden" name="schluessel" value={link} />
        ) : (
          <Field
            name="code"
            label={t('accounts.code')}
            hint={t('accounts.codeHint')}
            autocomplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            width="short"
          />
        )}
        <Field
          name="password"
          type="password"
          label={t('accounts.newPassword')}
          hint={t('accounts.passwordHint', { min: MIN_PASSWORD })}
          autocomplete="new-password"
          width="medium"
        />
        <Submit>{t('accounts.newPassword.go')}</Submit>
      </Form>
    </Sheet>
    {link ? null : <p class="account-further">{t('accounts.code.nothing')}</p>}
    <p class="account-further">
      <a class="kern-link" href={href('/passwort/vergessen')}>
        {t('accounts.code.again')}
      </a>
    </p>
  </Page>
)
