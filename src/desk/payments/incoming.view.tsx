import { ButtonRow, EmptyState, Field, Form, type FormState, Page, Pager, Refused, Submit } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { longDay } from '#services/letters/index.ts'
import { euros, type Payment } from '#services/payments/index.ts'
import { INCOMING, PATH } from './paths.ts'

/** The page begins after the payment `after`; `about` is the one that the form belongs to. */
type Shown = { payments: readonly Payment[]; more: boolean; after: string | undefined; form: FormState; about: string | undefined }

/** Money of which nobody knows yet what it is for. */
export const IncomingPage = ({ payments, more, after, form, about }: Shown) => (
  <Page
    title={t('deskPayments.incoming')}
    lead={t('deskPayments.incoming.lead')}
    noindex
    breadcrumbs={[
      { href: '/amt', label: t('desk.home.title') },
      { href: PATH, label: t('deskPayments.title') },
    ]}
  >
    {payments.some(({ id }) => id === about) ? null : <Refused refusal={form.refusal} />}
    {payments.length === 0 ? (
      <EmptyState icon="check" title={t('deskPayments.incoming.none')} text={t('deskPayments.incoming.none.text')} />
    ) : null}
    <ul class="plain-list stack">
      {payments.map((payment) => (
        <li key={payment.id} class="card stack">
          <h2 class="kern-heading-small">
            {euros(payment.cents, currentLocale())} · {longDay(payment.bookedOn, currentLocale())}
          </h2>
          <p>
            <strong>{payment.payer || t('deskPayments.payer.unknown')}</strong>
            <br />
            {payment.words || t('deskPayments.words.none')}
          </p>
          <Form
            action={`${INCOMING}/${payment.id}/zuordnung`}
            id={`zuordnung-${payment.id}`}
            {...(about === payment.id ? { state: form } : {})}
          >
            {after ? <input type="hidden" name="nach" value={after} /> : null}
            <Field
              name="reference"
              label={t('payments.transfer.reference')}
              hint={t('deskPayments.reference.hint')}
              maxLength={40}
              width="medium"
            />
            <Submit>{t('deskPayments.assign')}</Submit>
          </Form>
          <ButtonRow>
            <Form action={`${INCOMING}/${payment.id}/beiseite`} id={`beiseite-${payment.id}`}>
              {after ? <input type="hidden" name="nach" value={after} /> : null}
              <Submit kind="tertiary">{t('deskPayments.setAside')}</Submit>
            </Form>
          </ButtonRow>
        </li>
      ))}
    </ul>
    <Pager previous={after ? INCOMING : undefined} next={more ? `${INCOMING}?nach=${payments.at(-1)!.id}` : undefined} />
  </Page>
)
