import { Field, Form, type FormState, Page, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { MIN_PASSWORD } from '../password/password.rules.ts'

export const SignUpPage = ({ form, weiter }: { form: FormState; weiter: string }) => (
  <Page title={t('accounts.signUp.title')} lead={t('accounts.signUp.lead')} width="reading" noindex>
    <Sheet>
      <Form action="/registrieren" state={form}>
        <input type="hidden" name="weiter" value={weiter} />
        <Field name="name" label={t('accounts.name')} hint={t('accounts.nameHint')} autocomplete="name" maxLength={200} width="medium" />
        <Field name="email" type="email" label={t('accounts.email')} hint={t('accounts.emailHint')} autocomplete="email" width="medium" />
        <Field
          name="password"
          type="password"
          label={t('accounts.password')}
          hint={t('accounts.signUp.passwordHint', { min: MIN_PASSWORD })}
          autocomplete="new-password"
          width="medium"
          optional
        />
        <Submit>{t('accounts.signUp.go')}</Submit>
      </Form>
    </Sheet>
    <p class="account-further">
      {t('accounts.signUp.known')}{' '}
      <a class="kern-link" href={href(`/anmelden?weiter=${encodeURIComponent(weiter)}`)}>
        {t('accounts.signIn.title')}
      </a>
    </p>
  </Page>
)
