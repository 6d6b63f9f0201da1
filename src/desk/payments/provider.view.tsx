import { ConfirmButton, DefinitionList, Field, Form, type FormState, Page, Section, Submit, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Attempt, ProviderSetting } from '#services/payments/index.ts'
import { UnknownAttempts } from './charge.view.tsx'
import { PROVIDER } from './paths.ts'

/** By whom the town is paid online. The key is put in, and never shown again. */
export const ProviderPage = ({
  setting,
  unknown,
  form,
  reminders,
}: {
  setting: ProviderSetting | undefined
  /** Payments of which the provider knows nothing. */
  unknown: readonly Attempt[]
  form: FormState
  reminders: FormState
}) => (
  <Page
    title={t('deskPayments.provider')}
    lead={t('deskPayments.provider.lead')}
    width="reading"
    noindex
    breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }]}
  >
    {setting ? (
      <>
        <DefinitionList
          items={[
            { term: t('deskPayments.provider.who'), value: 'Mollie' },
            { term: t('deskPayments.provider.key'), value: `… ${setting.keyEnd}` },
            { term: t('deskPayments.provider.since'), value: <Time at={setting.changedAt} /> },
          ]}
        />
        <ConfirmButton
          action={`${PROVIDER}/ende`}
          label={t('deskPayments.provider.remove')}
          consequence={t('deskPayments.provider.remove.consequence')}
          confirm={t('deskPayments.provider.remove.confirm')}
        />
      </>
    ) : (
      <p>{t('deskPayments.provider.none')}</p>
    )}
    <Form action={PROVIDER} state={form}>
      <Field
        name="key"
        type="password"
        label={t('deskPayments.provider.newKey')}
        hint={t('deskPayments.provider.newKey.hint')}
        autocomplete="off"
        maxLength={100}
      />
      <Submit>{t('deskPayments.provider.save')}</Submit>
    </Form>
    {unknown.length > 0 ? (
      <Section title={t('deskPayments.unknown')} lead={t('deskPayments.unknown.text')}>
        <UnknownAttempts attempts={unknown} linked />
      </Section>
    ) : null}
    <Section title={t('deskPayments.reminders')} lead={t('deskPayments.reminders.text')}>
      <Form action={`${PROVIDER}/erinnerung`} state={reminders} id="erinnerung">
        <Field
          name="days"
          type="number"
          width="short"
          label={t('deskPayments.reminders.days')}
          hint={t('deskPayments.reminders.days.hint')}
        />
        <Submit kind="secondary">{t('deskPayments.reminders.save')}</Submit>
      </Form>
    </Section>
  </Page>
)
