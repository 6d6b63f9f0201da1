import type { ComponentChildren } from 'preact'
import { Form, type FormState, Section, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

type PasskeyFormProps = {
  action: string
  /** Where the browser fetches what has to be signed. */
  question: string
  making?: boolean
  submit: string
  state?: FormState
  id: string
  children?: ComponentChildren
}

/** A form that the device fills in. Hidden until a script that knows passkeys shows it: without one there is nothing to send. */
export const PasskeyForm = ({ action, question, making = false, submit, state, id, children }: PasskeyFormProps) => (
  <div data-controller="passkey" data-passkey-question-value={href(question)} data-passkey-making-value={String(making)} hidden>
    <Form
      action={action}
      id={id}
      class="form account-further"
      {...(state ? { state } : {})}
      data={{ 'data-passkey-target': 'form', 'data-action': 'submit->passkey#ask' }}
    >
      <input type="hidden" name="answer" value="" data-passkey-target="answer" />
      {children}
      <Submit kind="secondary" icon="key">
        {submit}
      </Submit>
      <p
        class="kern-body passkey-problem"
        role="status"
        data-passkey-target="problem"
        data-failed={t('refusal.passkeyFailed')}
        data-stopped={t('accounts.passkey.stopped')}
      />
    </Form>
  </div>
)

export const AskPasskey = ({ action, question, weiter }: { action: string; question: string; weiter: string }) => (
  <Section title={t('accounts.passkey')} lead={t('accounts.passkey.lead')} sheet>
    <PasskeyForm action={action} question={question} submit={t('accounts.passkey.signIn')} id="passkey">
      <input type="hidden" name="weiter" value={weiter} />
    </PasskeyForm>
    <noscript>
      <p>{t('accounts.passkey.noScript')}</p>
    </noscript>
  </Section>
)
