import {
  Alert,
  ButtonRow,
  ConfirmButton,
  DefinitionList,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Submit,
  Table,
  Time,
} from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { longDay } from '#services/letters/index.ts'
import {
  type Attempt,
  type Charge,
  ChargeBadge,
  euros,
  openCents,
  overCents,
  type Payment,
  referenceInGroups,
} from '#services/payments/index.ts'
import { PATH } from './paths.ts'

type Shown = {
  charge: Charge
  number: string
  title: string
  /** The case was taken back. */
  withdrawn: boolean
  /** Online payments of which the provider knows nothing. */
  unknown: readonly Attempt[]
  payments: readonly Payment[]
  today: string
  form: FormState
}

/** How the provider calls them, for looking there. */
export const UnknownAttempts = ({ attempts, linked = false }: { attempts: readonly Attempt[]; linked?: boolean }) => (
  <ul>
    {attempts.map(({ id, chargeId, cents, providerId, startedAt }) => {
      const words = `${euros(cents, currentLocale())} · ${providerId}`
      return (
        <li key={id}>
          {linked ? (
            <a class="kern-link" href={href(`${PATH}/${chargeId}`)}>
              {words}
            </a>
          ) : (
            words
          )}{' '}
          <Time at={startedAt} />
        </li>
      )
    })}
  </ul>
)

/** One demand with what came for it, and what can be done about it. */
export const ChargePage = ({ charge, number, title, withdrawn, unknown, payments, today, form }: Shown) => {
  const locale = currentLocale()
  const open = openCents(charge)
  const over = overCents(charge)
  return (
    <Page
      title={charge.reason}
      preline={number}
      lead={title === charge.reason ? undefined : title}
      width="reading"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: PATH, label: t('deskPayments.title') },
      ]}
    >
      <Refused refusal={form.refusal} />
      {withdrawn && open > 0 ? (
        <Alert tone="warning" title={t('deskPayments.withdrawn')}>
          {t('deskPayments.withdrawn.text')}
        </Alert>
      ) : null}
      {unknown.length > 0 ? (
        <Alert tone="warning" title={t('deskPayments.unknown')}>
          <p>{t('deskPayments.unknown.text')}</p>
          <UnknownAttempts attempts={unknown} />
        </Alert>
      ) : null}
      <p>
        <ChargeBadge charge={charge} today={today} />
      </p>
      <DefinitionList
        items={[
          { term: t('payments.amount'), value: euros(charge.cents, locale) },
          { term: t('payments.paid'), value: euros(charge.paidCents, locale) },
          { term: t('payments.transfer.open'), value: open > 0 ? euros(open, locale) : undefined },
          { term: t('deskPayments.over.by'), value: over > 0 ? euros(over, locale) : undefined },
          { term: t('payments.due'), value: longDay(charge.dueOn, locale) },
          { term: t('payments.transfer.reference'), value: referenceInGroups(charge.reference) },
          { term: t('payments.waived.why'), value: charge.waivedReason },
        ]}
      />
      {open > 0 ? (
        <ButtonRow>
          <Form action={`${PATH}/${charge.id}/bar`} id="bar">
            <Submit>{t('deskPayments.desk', { amount: euros(open, locale) })}</Submit>
          </Form>
          <ConfirmButton
            action={`${PATH}/${charge.id}/erlass`}
            label={t('deskPayments.waive')}
            consequence={t('deskPayments.waive.consequence')}
            confirm={t('deskPayments.waive.confirm', { amount: euros(open, locale) })}
            icon="close"
          >
            <Field name="reason" label={t('payments.waived.why')} rows={2} maxLength={500} />
          </ConfirmButton>
        </ButtonRow>
      ) : null}
      <Section title={t('deskPayments.payments')}>
        <Table
          caption={t('deskPayments.payments')}
          hideCaption
          rows={payments}
          rowKey={({ id }) => id}
          columns={[
            { key: 'on', label: t('deskPayments.bookedOn'), names: true, show: ({ bookedOn }) => longDay(bookedOn, locale) },
            { key: 'amount', label: t('payments.amount'), show: ({ cents }) => euros(cents, locale) },
            { key: 'way', label: t('deskPayments.way'), show: ({ way }) => t(`deskPayments.way.${way}`) },
            { key: 'payer', label: t('deskPayments.payer'), show: ({ payer }) => payer || '–' },
            {
              key: 'back',
              label: t('deskPayments.action'),
              show: ({ id, way }) =>
                way === 'transfer' ? (
                  <Form action={`${PATH}/buchung/${id}/zurueck`} id={`zurueck-${id}`}>
                    <Submit kind="tertiary">{t('deskPayments.back')}</Submit>
                  </Form>
                ) : null,
            },
          ]}
          empty={<p>{t('deskPayments.payments.none')}</p>}
        />
      </Section>
    </Page>
  )
}
