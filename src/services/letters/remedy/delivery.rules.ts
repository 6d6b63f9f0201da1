import { addDays } from '#platform/calendar/day.ts'
import { nextWorkingDay } from '#platform/calendar/working-day.rules.ts'

/** By which law a letter is issued: general administrative procedure, or taxes (also municipal ones, where the Land's KAG refers to the AO). */
export const regimes = ['vwvfg', 'ao'] as const
export type Regime = (typeof regimes)[number]

/**
 * How a letter reaches its reader. `portal` puts it into the mailbox of the account, `retrieval` lets the reader fetch it after
 * signing in, `none` is handed over in person.
 */
export const ways = ['post', 'portal', 'retrieval', 'none'] as const
export type Way = (typeof ways)[number]

export type Handing = {
  way: Way
  regime: Regime
  /** The day of posting or of making available, `YYYY-MM-DD`. */
  handedOverOn: string
  /** `retrieval`: the day on which it was fetched. */
  retrievedOn?: string | undefined
  /** Days by post where the Land's own law still says three (§ 41 Abs. 2 of some LVwVfG); four unless said. */
  postDays?: number | undefined
  /** Two letters of ISO 3166-2:DE. */
  land: string
}

/** § 41 Abs. 2 VwVfG and § 122 Abs. 2 Nr. 1 AO as in force since 1 January 2025 (Postrechtsmodernisierungsgesetz): the fourth day after posting. */
export const POST_DAYS = 4
/** § 9 Abs. 1 OZG in the version of 24 July 2024: the third day after the document was made available in the mailbox. */
export const MAILBOX_DAYS = 3
/** § 41 Abs. 2a VwVfG: what is not fetched in ten days is not delivered, and has to go another way. */
export const RETRIEVAL_DAYS = 10

/**
 * The day on which a letter counts as known (Bekanntgabe); undefined while nobody has fetched it. By the VwVfG the day stays where it
 * falls, also on a Sunday: nothing there moves it (not checked for the own laws of all Länder). By the AO it moves to the next working
 * day (§ 108 Abs. 3 AO; BFH of 14 October 2003, IX R 68/98). Handed over in person it is known the same day.
 */
export function deemedDelivery({ way, regime, handedOverOn, retrievedOn, postDays = POST_DAYS, land }: Handing): string | undefined {
  switch (way) {
    case 'none':
      return handedOverOn
    case 'retrieval':
      // § 41 Abs. 2a VwVfG: the day after it was fetched.
      return retrievedOn === undefined ? undefined : addDays(retrievedOn, 1)
    case 'post':
      return shifted(addDays(handedOverOn, regime === 'ao' ? POST_DAYS : postDays), regime, land)
    case 'portal':
      return shifted(addDays(handedOverOn, MAILBOX_DAYS), regime, land)
  }
}

const shifted = (day: string, regime: Regime, land: string): string => (regime === 'ao' ? nextWorkingDay(day, land) : day)

/** § 41 Abs. 2a VwVfG: the last day on which a letter can be fetched. */
export const lastDayToRetrieve = (handedOverOn: string): string => addDays(handedOverOn, RETRIEVAL_DAYS)
