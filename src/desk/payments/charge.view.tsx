import {
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
} from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { longDay } from '#services/letters/index.ts'
import { type Charge, ChargeBadge, euros, openCents, type Payment, referenceInGroups } from '#services/payments/index.ts'
import { PATH } from './paths.ts'

type Shown = { charge: Charge; number: string; title: string; payments: readonly Payment[]; today: string; form: FormState }

/** One demand with what came for it, and what can be done about it. */
export const ChargePage = ({ charge, number, title, payments, today, form }: Shown) => {
  const locale = currentLocale()
  const open = openCents(charge)
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
      <p>
        <ChargeBadge charge={charge} today={today} />
      </p>
      <DefinitionList
        items={[
          { term: t('payments.amount'), value: euros(charge.cents, locale) },
          { term: t('payments.paid'), value: euros(charge.paidCents, locale) },
          { term: t('payments.transfer.open'), value: open > 0 ? euros(open, locale) : undefined },
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
