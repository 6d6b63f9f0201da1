import { CopyField, Field, Form, type FormState, PrintButton, QrCode, Section, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { MIN_PASSWORD } from '../password/password.rules.ts'
import { MyStep } from './mine.view.tsx'

export const PasswordPage = ({ form, hasPassword }: { form: FormState; hasPassword: boolean }) => (
  <MyStep
    title={t(hasPassword ? 'accounts.changePassword.title' : 'accounts.setPassword.title')}
    lead={t(hasPassword ? 'accounts.changePassword.lead' : 'accounts.setPassword.lead')}
  >
    <Sheet>
      <Form action="/mein/konto/passwort" state={form}>
        <Field
          name="password"
          type="password"
          label={t('accounts.newPassword')}
          hint={t('accounts.passwordHint', { min: MIN_PASSWORD })}
          autocomplete="new-password"
          width="medium"
        />
        <Submit>{t('accounts.changePassword.go')}</Submit>
      </Form>
    </Sheet>
  </MyStep>
)

/** `sealed` carries the secret to the next step; only the server can open it. */
export const SetUpPage = ({ form, sealed, secret, address }: { form: FormState; sealed: string; secret: string; address: string }) => (
  <MyStep title={t('accounts.secondFactor.setUp')} lead={t('accounts.secondFactor.setUpLead')}>
    <Section title={t('accounts.secondFactor.scan')} sheet>
      <QrCode address={address} label={t('accounts.secondFactor.qr')} size={200} />
      <CopyField name="geheimnis" label={t('accounts.secondFactor.type')} value={secret.replace(/(.{4})(?=.)/g, '$1 ')} />
    </Section>
    <Section title={t('accounts.secondFactor.check')} sheet>
      <Form action="/mein/konto/zweiter-faktor" state={form}>
        <input type="hidden" name="sealed" value={sealed} />
        <Field
          name="code"
          label={t('accounts.secondFactor.code')}
          hint={t('accounts.secondFactor.codeHint')}
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          width="short"
        />
        <Submit>{t('accounts.secondFactor.turnOn')}</Submit>
      </Form>
    </Section>
  </MyStep>
)

/** The recovery codes, for the few minutes after they were made. */
export const CodesPage = ({ codes }: { codes: readonly string[] | undefined }) => (
  <MyStep title={t('accounts.codes.title')} lead={t('accounts.codes.lead')}>
    {codes ? (
      <Section title={t('accounts.codes.yours')} action={<PrintButton />} sheet>
        <ol class="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>
                {code.slice(0, 5)}-{code.slice(5)}
              </code>
            </li>
          ))}
        </ol>
      </Section>
    ) : (
      <Sheet>
        <p>{t('accounts.codes.hidden')}</p>
      </Sheet>
    )}
    <Section title={t('accounts.codes.renew')} lead={t('accounts.codes.renewText')} sheet>
      <Form action="/mein/konto/zweiter-faktor/codes">
        <Submit kind="secondary">{t('accounts.codes.renewGo')}</Submit>
      </Form>
    </Section>
  </MyStep>
)

export const ConnectPage = ({ form, provider, name }: { form: FormState; provider: string; name: string }) => (
  <MyStep title={t('accounts.connect.title', { provider })} lead={t('accounts.connect.lead', { provider, name })}>
    <Sheet>
      <Form action="/mein/konto/verbinden" state={form}>
        <Submit>{t('accounts.connect.go')}</Submit>
      </Form>
    </Sheet>
  </MyStep>
)
