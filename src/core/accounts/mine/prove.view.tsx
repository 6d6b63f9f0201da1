import { Field, Form, type FormState, Section, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { PasskeyForm } from '../passkeys/passkey.view.tsx'
import { MyStep } from './mine.view.tsx'

export type ProofWays = { password: boolean; secondFactor: boolean; passkeys: boolean; weiter: string }

const SecondFactor = ({ ways }: { ways: ProofWays }) =>
  ways.secondFactor ? (
    <Field
      name="secondFactor"
      label={t('accounts.appCode')}
      hint={t('accounts.appCodeHint')}
      autocomplete="one-time-code"
      maxLength={20}
      width="short"
    />
  ) : null

/** Before important steps: is it really you? `code` after one was mailed. */
export const ProvePage = ({ form, ways, code }: { form: FormState; ways: ProofWays; code: boolean }) => (
  <MyStep title={t('accounts.prove.title')} lead={t('accounts.prove.lead')}>
    {ways.password && !code ? (
      <Section title={t('accounts.prove.password')} sheet>
        <Form action="/mein/konto/bestaetigen" state={form} id="mit-passwort">
          <input type="hidden" name="weiter" value={ways.weiter} />
          <Field name="password" type="password" label={t('accounts.password')} autocomplete="current-password" width="medium" />
          <SecondFactor ways={ways} />
          <Submit>{t('accounts.prove.go')}</Submit>
        </Form>
      </Section>
    ) : null}
    {code ? (
      <Section title={t('accounts.code.title')} sheet>
        <Form action="/mein/konto/bestaetigen" state={form} id="mit-code">
          <input type="hidden" name="weiter" value={ways.weiter} />
          <Field
            name="code"
            label={t('accounts.code')}
            hint={t('accounts.codeHint')}
            autocomplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            width="short"
          />
          <SecondFactor ways={ways} />
          <Submit>{t('accounts.prove.go')}</Submit>
        </Form>
      </Section>
    ) : null}
    {ways.passkeys ? (
      <Section title={t('accounts.passkey')} sheet>
        <PasskeyForm
          action="/mein/konto/bestaetigen"
          question="/anmelden/passkey/frage"
          submit={t('accounts.prove.passkey')}
          id="mit-passkey"
        >
          <input type="hidden" name="weiter" value={ways.weiter} />
        </PasskeyForm>
        <noscript>
          <p>{t('accounts.passkey.noScript')}</p>
        </noscript>
      </Section>
    ) : null}
    <Section title={t('accounts.prove.mail')} sheet>
      <Form action="/mein/konto/bestaetigen/code" id="code-schicken">
        <input type="hidden" name="weiter" value={ways.weiter} />
        <Submit kind="secondary" icon="mail">
          {t(code ? 'accounts.prove.mailAgain' : 'accounts.prove.mailGo')}
        </Submit>
      </Form>
    </Section>
  </MyStep>
)
