import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { digest } from '#platform/keys.ts'
import { readXml } from '#platform/read-xml.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { letterHead } from '../letters/index.ts'
import { type Booking, readStatements, type StatementFault } from './camt053.rules.ts'
import { chargesReferred, lockCharge } from './charge.sql.ts'
import { addUp, WORK_ON_PAYMENTS } from './charge.verbs.ts'
import { statementTaken } from './payment.events.ts'
import { insertPayments, type NewPayment } from './payment.sql.ts'
import { referencesIn } from './reference.rules.ts'
import { changeStatement, insertStatement, type TakenStatement } from './statement.sql.ts'

/** More bookings in one file would keep the transaction open for too long. */
const MOST_BOOKINGS = 20_000
const AT_ONCE = 500

export type StatementRefused = 'notAllowed' | StatementFault | 'statementTaken' | 'otherAccount' | 'tooManyBookings' | 'xmlDamaged'

/**
 * Takes the bookings of the town's account from a file of the bank (camt.053). What names one charge by its reference goes to it, the rest
 * waits for a person. Money that went away is taken only where it names a charge: it is a fee that was given back.
 */
export async function takeStatement(ctx: Ctx, { file }: { file: Uint8Array }): Promise<Result<TakenStatement, StatementRefused>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const xml = readXml(file)
  if (!xml.ok) return refuse('xmlDamaged', { field: 'file', facts: { line: xml.fault.line, column: xml.fault.column } })
  const read = readStatements(xml.root)
  if (typeof read === 'string') return refuse(read, { field: 'file' })
  const [first] = read
  if (!first) return refuse('notAStatement', { field: 'file' })
  const own = (await letterHead(ctx)).iban.replace(/\s/g, '').toUpperCase()
  const other = read.find(({ iban }) => own !== '' && iban !== own)
  if (other) return refuse('otherAccount', { field: 'file', facts: { iban: other.iban } })
  const bookings = read.flatMap((one) => one.bookings)
  if (bookings.length > MOST_BOOKINGS) return refuse('tooManyBookings', { field: 'file', facts: { most: MOST_BOOKINGS } })

  const it: TakenStatement = {
    id: newId(ctx.now().getTime()),
    iban: first.iban,
    entries: bookings.length,
    added: 0,
    matched: 0,
    takenAt: ctx.now(),
    takenBy: ctx.actor.personId,
  }
  if (!(await insertStatement(ctx, { ...it, fileHash: digest(Buffer.from(file).toString('latin1')) })))
    return refuse('statementTaken', { field: 'file' })
  const counts = await keep(ctx, it.id, bookings)
  await changeStatement(ctx, it.id, counts)
  await record(ctx, statementTaken, { about: [{ type: 'bankStatement', id: it.id }], data: counts })
  return ok({ ...it, ...counts })
}

async function keep(ctx: Ctx, statementId: string, bookings: readonly Booking[]): Promise<{ added: number; matched: number }> {
  const counts = { added: 0, matched: 0 }
  for (let from = 0; from < bookings.length; from += AT_ONCE) {
    const page = bookings.slice(from, from + AT_ONCE)
    const named = await chargesReferred(ctx, [...new Set(page.flatMap(({ words }) => referencesIn(words)))])
    const byReference = new Map(named.map((charge) => [charge.reference, charge.id]))
    const payments = page.flatMap(({ words, isMixed, ...booking }): NewPayment[] => {
      const all = referencesIn(words).flatMap((reference) => byReference.get(reference) ?? [])
      // Two charges in one transfer, or a charge and something else in one entry: a person tells them apart.
      const chargeId = all.length === 1 && !isMixed ? all[0] : undefined
      if (booking.cents === 0 || (booking.cents < 0 && all.length === 0)) return []
      return [{ ...booking, words, id: newId(ctx.now().getTime()), way: 'transfer', chargeId, statementId }]
    })
    const added = await insertPayments(ctx, payments)
    const touched = new Set(payments.flatMap(({ id, chargeId }) => (added.has(id) && chargeId ? [chargeId] : [])))
    counts.added += added.size
    counts.matched += payments.filter(({ id, chargeId }) => added.has(id) && chargeId).length
    // In one order for all, so that two files at once do not wait for each other.
    for (const id of [...touched].sort()) {
      const charge = await lockCharge(ctx, { id })
      if (charge) await addUp(ctx, charge)
    }
  }
  return counts
}
