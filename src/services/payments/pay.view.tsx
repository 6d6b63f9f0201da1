import { Alert, Badge, DefinitionList, EmptyState, Form, Page, QrCode, Submit, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { LetterHead } from '../letters/index.ts'
import { giroCode, ibanInGroups } from '../letters/layout/giro.rules.ts'
import { longDay } from '../letters/remedy/notice.rules.ts'
import { type Charge, openCents, stateOf } from './charge.rules.ts'
import { type Attempt, isGood } from './online/attempt.rules.ts'
import { euros } from './payment.rules.ts'
import { referenceInGroups } from './reference.rules.ts'

type Shown = {
  number: string
  title: string
  charges: readonly Charge[]
  attempts: readonly Attempt[]
  head: LetterHead
  today: string
  now: Date
  /** The town can be paid online. */
  online: boolean
  /** The provider did not answer just now. */
  disturbed: boolean
}

/** What is to be paid for a case, for who applied: how much, until when, and how. */
export const PayPage = ({ number, title, charges, attempts, head, today, now, online, disturbed }: Shown) => (
  <Page
    title={t('payments.title')}
    preline={number}
    lead={title}
    width="reading"
    noindex
    breadcrumbs={[{ href: `/status/${number}`, label: number }]}
  >
    {disturbed ? (
      <Alert tone="warning" title={t('payments.online.disturbed')}>
        {t('payments.online.disturbed.text')}
      </Alert>
    ) : null}
    {charges.length === 0 ? <EmptyState icon="check" title={t('payments.none')} text={t('payments.none.text')} /> : null}
    {charges.map((charge) => (
      <section key={charge.id} class="stack" aria-labelledby={`forderung-${charge.id}`}>
        <h2 class="kern-heading-medium" id={`forderung-${charge.id}`}>
          {charge.reason} <ChargeBadge charge={charge} today={today} />
        </h2>
        <ChargeFacts charge={charge} />
        {openCents(charge) > 0 && online ? (
          <Online number={number} charge={charge} attempt={attempts.find(({ chargeId }) => chargeId === charge.id)} now={now} />
        ) : null}
        {openCents(charge) > 0 ? <Transfer charge={charge} head={head} /> : null}
      </section>
    ))}
  </Page>
)

const tones = {
  open: { tone: 'info', icon: 'clock' },
  partly: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'danger', icon: 'warning' },
  settled: { tone: 'success', icon: 'check' },
  over: { tone: 'warning', icon: 'warning' },
  waived: { tone: 'neutral', icon: 'check' },
} as const

export const ChargeBadge = ({ charge, today }: { charge: Charge; today: string }) => {
  const state = stateOf(charge, today)
  return <Badge {...tones[state]}>{t(`payments.state.${state}`)}</Badge>
}

const ChargeFacts = ({ charge }: { charge: Charge }) => {
  const locale = currentLocale()
  return (
    <DefinitionList
      items={[
        { term: t('payments.amount'), value: euros(charge.cents, locale) },
        { term: t('payments.paid'), value: charge.paidCents > 0 ? euros(charge.paidCents, locale) : undefined },
        { term: t('payments.due'), value: openCents(charge) > 0 ? longDay(charge.dueOn, locale) : undefined },
        {
          term: t('payments.reminded'),
          value: charge.remindedAt && openCents(charge) > 0 ? <Time at={charge.remindedAt} show="day" /> : undefined,
        },
        { term: t('payments.waived.why'), value: charge.waivedReason },
      ]}
    />
  )
}

/** Online: begun here, paid at the provider's page, which opens by a link of its own. */
const Online = ({ number, charge, attempt, now }: { number: string; charge: Charge; attempt: Attempt | undefined; now: Date }) => (
  <>
    <h3 class="kern-heading-small">{t('payments.online')}</h3>
    {attempt?.state === 'open' && attempt.payAt ? (
      <>
        {isGood(attempt, now) ? (
          <p>
            <a class="kern-btn kern-btn--primary" href={attempt.payAt} rel="noreferrer">
              <span class="kern-label">{t('payments.online.go', { amount: euros(attempt.cents, currentLocale()) })}</span>
            </a>
          </p>
        ) : null}
        <p>{t('payments.online.waiting')}</p>
        <Form action={`/status/${number}/zahlung/stand`} id={`stand-${charge.id}`}>
          <Submit kind="secondary">{t('payments.online.ask')}</Submit>
        </Form>
      </>
    ) : null}
    {attempt?.state === 'failed' || attempt?.state === 'unknown' ? <p>{t(`payments.online.${attempt.state}`)}</p> : null}
    {attempt?.state === 'open' && isGood(attempt, now) ? null : (
      <Form action={`/status/${number}/zahlung/${charge.id}/online`} id={`online-${charge.id}`}>
        <Submit>{t('payments.online.begin', { amount: euros(openCents(charge), currentLocale()) })}</Submit>
      </Form>
    )}
  </>
)

/** By transfer: what to type, and a code from which the bank's app takes it. */
const Transfer = ({ charge, head }: { charge: Charge; head: LetterHead }) => {
  const locale = currentLocale()
  if (!head.iban) return <p>{t('payments.noAccount')}</p>
  const { name, iban, bic } = head
  const code = giroCode({ name, iban, bic, cents: openCents(charge), reference: charge.reference })
  return (
    <>
      <h3 class="kern-heading-small">{t('payments.transfer')}</h3>
      <DefinitionList
        items={[
          { term: t('payments.transfer.to'), value: name },
          { term: 'IBAN', value: ibanInGroups(iban) },
          { term: 'BIC', value: bic || undefined },
          { term: t('payments.transfer.open'), value: euros(openCents(charge), locale) },
          { term: t('payments.transfer.reference'), value: <strong>{referenceInGroups(charge.reference)}</strong> },
        ]}
      />
      <p>{t('payments.transfer.hint')}</p>
      {code.ok ? (
        <figure>
          <QrCode address={code.value} label={t('payments.transfer.code')} size={200} />
          <figcaption>{t('payments.transfer.code')}</figcaption>
        </figure>
      ) : null}
    </>
  )
}
