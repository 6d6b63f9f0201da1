import type { Locale } from '#platform/text.ts'
import { textIn } from '#platform/text.ts'
import type { LetterHead } from '../head/letter-head.rules.ts'
import { deemedDelivery, type Regime, type Way } from './delivery.rules.ts'
import { remedyEnd } from './remedy.rules.ts'

export type Noticing = {
  remedy: 'objection' | 'suit'
  regime: Regime
  way: Way
  date: string
  land: string
  head: LetterHead
  locale: Locale
}

/** Body and seat must stand in the notice (§ 37 Abs. 6 VwVfG, § 58 Abs. 1 VwGO); what the town has not named yet. */
export const noticeLacks = (remedy: 'objection' | 'suit', head: LetterHead): boolean =>
  remedy === 'objection' ? !head.objectionBody || !head.objectionSeat : !head.court || !head.courtSeat

/**
 * The notice about remedies: what, where, in which form and until when. The days are said for the letter being handed over on its own
 * date, and as such: a later delivery moves the end, so the notice stays right.
 */
export function remedyNotice({ remedy, regime, way, date, land, head, locale }: Noticing): string[] {
  const body = remedy === 'objection' ? head.objectionBody : head.court
  const seat = remedy === 'objection' ? head.objectionSeat : head.courtSeat
  return [textIn(locale, `letters.notice.${remedy}`, { body, seat }), periodWords({ regime, way, date, land, head, locale })]
}

function periodWords({ regime, way, date, land, head, locale }: Omit<Noticing, 'remedy'>): string {
  const fetched = way === 'retrieval' ? date : undefined
  const deliveredOn = deemedDelivery({ way, regime, handedOverOn: date, retrievedOn: fetched, postDays: head.postDays, land })!
  const shown = {
    day: longDay(date, locale),
    known: longDay(deliveredOn, locale),
    until: longDay(remedyEnd({ deliveredOn, land }), locale),
  }
  return textIn(locale, `letters.notice.period.${way}`, shown)
}

/** "3. März 2026" */
export const longDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
