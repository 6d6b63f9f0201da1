import { digest } from '#platform/keys.ts'
import type { XmlElement } from '#platform/read-xml.ts'

/** A booking of the account, as the bank tells it. `cents` is negative where money went away. */
export type Booking = {
  /** By which the same booking is known again in another file. */
  key: string
  cents: number
  /** `YYYY-MM-DD` */
  bookedOn: string
  payer: string
  /** What the payer wrote, references first. */
  words: string
  /** Of several transactions that could not be told apart: a reference in it may be for a part alone. */
  isMixed: boolean
}
export type Statement = { iban: string; bookings: Booking[]; passedOver: number }
export type StatementFault = 'notAStatement' | 'statementDamaged'

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/
/** Fields of our table; banks write less. */
const [LONGEST_NAME, LONGEST_WORDS] = [140, 1_000]

/**
 * Reads account statements of ISO 20022, camt.053.001.02 to .13. Pending entries are passed over, they come again when they are booked; so are
 * those in another currency than euros. An entry of several transactions is told apart only where each has its amount, and these add up.
 */
export function readStatements(root: XmlElement): Statement[] | StatementFault {
  if (root.name !== 'Document' || !NAMESPACE.test(root.namespace)) return 'notAStatement'
  const statements = at(root, 'BkToCstmrStmt', 'Stmt').map(readStatement)
  const fault = statements.find((one): one is StatementFault => typeof one === 'string')
  return fault ?? (statements as Statement[])
}

function readStatement(it: XmlElement): Statement | StatementFault {
  const iban = textAt(it, 'Acct', 'Id', 'IBAN')
  if (!iban) return 'statementDamaged'
  const seen = new Map<string, number>()
  const bookings: Booking[] = []
  let passedOver = 0
  for (const entry of at(it, 'Ntry')) {
    const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
    if (status !== 'BOOK') {
      passedOver += 1
      continue
    }
    const read = readEntry(entry, iban, seen)
    if (read === 'statementDamaged') return read
    if (read === 'otherCurrency') passedOver += 1
    else bookings.push(...read)
  }
  return { iban, bookings, passedOver }
}

function readEntry(entry: XmlElement, iban: string, seen: Map<string, number>): Booking[] | 'otherCurrency' | 'statementDamaged' {
  const bookedOn = (textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm')).slice(0, 10)
  const whole = amountOf(at(entry, 'Amt')[0])
  if (whole === 'otherCurrency') return whole
  if (!/^\d{4}-\d{2}-\d{2}$/.test(bookedOn) || whole === undefined) return 'statementDamaged'
  const sign = textAt(entry, 'CdtDbtInd') === 'DBIT' ? -1 : 1
  const parts = at(entry, 'NtryDtls', 'TxDtls')
  const amounts = parts.map((part) => amountOf(at(part, 'Amt')[0] ?? at(part, 'AmtDtls', 'TxAmt', 'Amt')[0]))
  const apart = parts.length > 1 && amounts.every((one): one is number => typeof one === 'number') && sum(amounts as number[]) === whole
  const isMixed = parts.length > 1 && !apart
  const one = { of: parts.length > 0 ? parts : [entry], cents: whole }
  const told = apart ? parts.map((part, i) => ({ of: [part], cents: amounts[i] as number })) : [one]
  const bank = textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef')
  return told.map(({ of, cents }, i) => {
    const names = of.map((part) => payerOf(part, sign))
    const payer = together(names, ', ', LONGEST_NAME)
    const words = together(of.map(wordsOf), ' ', LONGEST_WORDS) || textAt(entry, 'AddtlNtryInf').slice(0, LONGEST_WORDS)
    const booking = { cents: sign * cents, bookedOn, payer, words }
    // Banks number bookings for all time, or not at all: then two of one day that are alike are told apart by their place in the file.
    const own = bank ? `${bank}/${textAt(of[0]!, 'Refs', 'AcctSvcrRef')}/${i}` : Object.values(booking).join('|')
    const nth = seen.get(own) ?? 0
    seen.set(own, nth + 1)
    return { key: digest(`${iban}|${bookedOn}|${booking.cents}|${own}|${nth}`).toString('base64url'), ...booking, isMixed }
  })
}

/** Cents of an amount in euros; undefined for what is no amount. */
function amountOf(it: XmlElement | undefined): number | 'otherCurrency' | undefined {
  if (!it) return undefined
  if (it.attributes.get('Ccy') !== 'EUR') return 'otherCurrency'
  const match = /^(\d{1,12})(?:\.(\d{1,5}))?$/.exec(it.text.trim())
  if (!match || /[1-9]/.test((match[2] ?? '').slice(2))) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').slice(0, 2).padEnd(2, '0'))
}

/** Who paid, or was paid: the name stands one level deeper since version 8. */
function payerOf(part: XmlElement, sign: number): string {
  const role = sign < 0 ? 'Cdtr' : 'Dbtr'
  return textAt(part, 'RltdPties', role, 'Nm') || textAt(part, 'RltdPties', role, 'Pty', 'Nm')
}

function wordsOf(part: XmlElement): string {
  const structured = at(part, 'RmtInf', 'Strd').map((one) => textAt(one, 'CdtrRefInf', 'Ref'))
  const free = at(part, 'RmtInf', 'Ustrd').map(({ text }) => text.trim())
  const end = textAt(part, 'Refs', 'EndToEndId')
  return [...structured, ...free, end === 'NOTPROVIDED' ? '' : end].filter(Boolean).join(' ')
}

/** Each once, as far as there is room. */
const together = (texts: readonly string[], between: string, longest: number): string =>
  [...new Set(texts.filter(Boolean))].join(between).slice(0, longest)

/** All elements at the end of a way of names. */
const at = (it: XmlElement, ...names: string[]): XmlElement[] =>
  names.reduce<XmlElement[]>((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [it])
const textAt = (it: XmlElement, ...names: string[]): string => at(it, ...names)[0]?.text.trim() ?? ''
const sum = (all: readonly number[]) => all.reduce((whole, one) => whole + one, 0)
