import { z } from 'zod'
import { noteRead } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { caseById } from '#services/cases/index.ts'
import {
  assignPayment,
  caseNumberIn,
  chargeById,
  isWithdrawn,
  lastStatements,
  openCharges,
  overpaidCharges,
  payAtDesk,
  paymentsOf,
  setPaymentAside,
  takePaymentBack,
  takeStatement,
  unknownAttempts,
  unmatchedPayments,
  WORK_ON_PAYMENTS,
  waiveCharge,
} from '#services/payments/index.ts'
import { ChargePage } from './charge.view.tsx'
import { ChargesPage } from './charges.view.tsx'
import { IncomingPage } from './incoming.view.tsx'
import { INCOMING, PATH, STATEMENTS } from './paths.ts'
import { StatementPage } from './statement.view.tsx'

const PER_PAGE = 50
const MOST_COUNTED = 99
const MOST_STATEMENTS = 20
const MOST_UNKNOWN = 20
const FILE_BYTES = 10 * 1024 * 1024

const common = { may: WORK_ON_PAYMENTS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const UUID = ':id{[0-9a-f-]{36}}'
const none = z.object({})
/** The page of incoming payments from which a form was sent. */
const from = z.object({ nach: z.uuid().optional().catch(undefined) })
const today = (ctx: Ctx) => dayIn(ctx.now(), ctx.town.timeZone)

/** Where a keyset of two columns goes on: `2026-05-07.{id}`. */
const After = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
  .transform((text) => ({ dueOn: text.slice(0, 10), id: text.slice(11) }))
  .pipe(z.object({ dueOn: z.iso.date(), id: z.uuid() }))

export const paymentRoutes = [
  get(PATH, {
    ...common,
    query: z.object({ nach: After.optional().catch(undefined), ansicht: z.enum(['overdue', 'over']).optional().catch(undefined) }),
    show: async (ctx, { query: { nach, ansicht } }) => {
      const part = { after: nach, limit: PER_PAGE + 1 }
      const dueBefore = ansicht === 'overdue' ? today(ctx) : undefined
      const charges = await (ansicht === 'over' ? overpaidCharges(ctx, part) : openCharges(ctx, { ...part, dueBefore }))
      const unmatched = (await unmatchedPayments(ctx, { limit: MOST_COUNTED + 1 })).length
      return (
        <ChargesPage
          {...{ unmatched, mostUnmatched: MOST_COUNTED, today: today(ctx) }}
          charges={charges.slice(0, PER_PAGE)}
          view={ansicht ?? 'all'}
          more={charges.length > PER_PAGE}
          first={!nach}
        />
      )
    },
  }),
  get(`${PATH}/${UUID}`, { ...common, params: At, show: (ctx, { params }) => chargePage(ctx, params.id, blank) }),
  post(`${PATH}/${UUID}/bar`, {
    ...common,
    params: At,
    form: none,
    run: payAtDesk,
    done: (_, __, { id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'deskPayments.desk.done' } }),
    again: (ctx, form, { id }) => chargePage(ctx, id, form),
  }),
  post(`${PATH}/${UUID}/erlass`, {
    ...common,
    params: At,
    form: z.object({ reason: z.string().trim().min(1).max(500) }),
    run: waiveCharge,
    done: (_, __, { id }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success', text: 'deskPayments.waive.done' } }),
    again: (ctx, form, { id }) => chargePage(ctx, id, form),
  }),
  post(`${PATH}/buchung/${UUID}/zurueck`, {
    ...common,
    params: At,
    form: none,
    run: takePaymentBack,
    done: () => ({ to: INCOMING, flash: { kind: 'success', text: 'deskPayments.back.done' } }),
    again: (ctx, form) => incomingPage(ctx, undefined, form),
  }),

  get(INCOMING, {
    ...common,
    query: from,
    show: (ctx, { query: { nach } }) => incomingPage(ctx, nach, blank),
  }),
  post(`${INCOMING}/${UUID}/zuordnung`, {
    ...common,
    params: At,
    form: from.extend({ reference: z.string().trim().min(1).max(40) }),
    run: assignPayment,
    done: ({ reference }) => ({ to: INCOMING, flash: { kind: 'success', text: 'deskPayments.assign.done', params: { reference } } }),
    again: (ctx, form, { id }) => incomingPage(ctx, nachOf(form), form, id),
  }),
  post(`${INCOMING}/${UUID}/beiseite`, {
    ...common,
    params: At,
    form: from,
    run: setPaymentAside,
    done: () => ({ to: INCOMING, flash: { kind: 'success', text: 'deskPayments.setAside.done' } }),
    again: (ctx, form, { id }) => incomingPage(ctx, nachOf(form), form, id),
  }),

  get(STATEMENTS, { ...common, show: (ctx) => statementPage(ctx, blank) }),
  post(STATEMENTS, {
    ...common,
    inline: ['file'],
    bodyLimit: FILE_BYTES,
    limit: [{ points: 60, seconds: 3600, per: 'account' }],
    form: z.object({ file: z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))) }),
    run: takeStatement,
    done: ({ added, matched }) => ({
      to: STATEMENTS,
      flash: { kind: 'success', text: 'deskPayments.statement.done', params: { added, matched } },
    }),
    again: (ctx, form) => statementPage(ctx, form),
  }),
]

async function chargePage(ctx: Ctx, id: string, form: Again) {
  const charge = await chargeById(ctx, id)
  if (!charge) return undefined
  const it = charge.caseId ? await caseById(ctx, charge.caseId) : undefined
  const payments = await paymentsOf(ctx, [id])
  const subject = it ? { type: 'case', id: it.id } : { type: 'town', id: ctx.town.id }
  if (payments.length > 0) noteRead(ctx, { subject, personId: null, purpose: 'payment' })
  const number = it?.number ?? caseNumberIn(charge.reference)
  const withdrawn = it !== undefined && (await isWithdrawn(ctx, it.id))
  const unknown = await unknownAttempts(ctx, { of: id, limit: MOST_UNKNOWN })
  return <ChargePage {...{ charge, payments, form, number, withdrawn, unknown, title: it?.title ?? charge.reason, today: today(ctx) }} />
}

const nachOf = ({ input }: Again): string | undefined => from.parse({ nach: input.nach }).nach

async function incomingPage(ctx: Ctx, after: string | undefined, form: Again, about?: string) {
  const payments = await unmatchedPayments(ctx, { after, limit: PER_PAGE + 1 })
  return <IncomingPage payments={payments.slice(0, PER_PAGE)} more={payments.length > PER_PAGE} {...{ after, form, about }} />
}

const statementPage = async (ctx: Ctx, form: Again) => <StatementPage statements={await lastStatements(ctx, MOST_STATEMENTS)} form={form} />
