import { showTo } from '#core/files/index.ts'
import { addDays } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { caseById, type Party } from '../../cases/index.ts'
import { letterHead } from '../head/letter-head.sql.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import { deemedDelivery, RETRIEVAL_DAYS } from '../remedy/delivery.rules.ts'
import { remedyEnd } from '../remedy/remedy.rules.ts'
import type { LetterContent } from '../template/content.rules.ts'
import { remedyOf } from '../template/letter-data.rules.ts'
import { contentOf, type HoldRefused, holdLetter, type OfLetter, tellLetter } from './hold.ts'
import { letterEvents } from './letter.events.ts'
import { type Letter, openToParties, waitsForRetrieval } from './letter.rules.ts'
import { changeLetterRow, letterById, unfetched } from './letter.sql.ts'
import { today } from './make.ts'
import { checkChannel } from './reader.ts'
import { dated } from './sign.verbs.ts'

export type HandOverInput = OfLetter & {
  /** Day of posting, `YYYY-MM-DD`; today unless said. */
  on?: string | undefined
}
export type HandOverRefused = HoldRefused | Uncomposed | 'letterDayInFuture' | 'letterDateDiffers' | 'portalWithoutAccount'

/**
 * The letter leaves the house: put into the account, posted, or given in person. From here run the days after which it counts as known
 * and until which something can be done against it. A letter by post must bear the day of posting (`letterDateDiffers`: print it anew);
 * for the other ways the document is made anew with today's date where it is older.
 */
export async function handOver(ctx: Ctx, input: HandOverInput): Promise<Result<Letter, HandOverRefused>> {
  const held = await holdLetter(ctx, input, 'handOver')
  if (!held.ok) return held
  const { it, content } = held.value
  let { letter } = held.value
  const fits = await checkChannel(ctx, it, letter.channel)
  if (!fits.ok) return fits
  const on = input.on ?? today(ctx)
  if (on > today(ctx)) return refuse('letterDayInFuture', { field: 'on' })
  if (letter.channel === 'post') {
    if (on !== letter.letterDate) return refuse('letterDateDiffers', { field: 'on', facts: { day: letter.letterDate ?? '' } })
  } else {
    const anew = await dated(ctx, held.value)
    if (!anew.ok) return anew
    letter = anew.value
  }
  const handed = { handed_over_at: ctx.now(), handed_over_by: ctx.actor.personId ?? null, handed_over_on: on }
  const done = await changeLetterRow(ctx, letter, { state: 'handedOver', ...handed, ...(await daysOf(ctx, letter, content, on)) })
  if (openToParties(done)) await showTo(ctx, [done.fileId!], { type: 'case', id: it.id }, 'parties')
  await tellLetter(ctx, it, done, letterEvents.handedOver)
  return ok(done)
}

/** When it counts as known, and the last day for a remedy if there is one. */
async function daysOf(ctx: Ctx, { way, data }: Letter, content: LetterContent, on: string, retrievedOn?: string) {
  const { regime } = content
  const { land } = ctx.town
  const { postDays } = await letterHead(ctx)
  const deliveredOn = deemedDelivery({ way, regime, handedOverOn: on, retrievedOn, postDays, land })
  if (deliveredOn === undefined) return {}
  return { deemed_delivered_on: deliveredOn, remedy_until: remedyOf(content, data) === 'none' ? null : remedyEnd({ deliveredOn, land }) }
}

/**
 * The party fetches a letter that waits (§ 41 Abs. 2a VwVfG): from now on she can open it, and the day is kept. Again it changes nothing.
 * `party` is who asks, found by the caller (`partyFromCookie`).
 */
export async function retrieveLetter(
  ctx: Ctx,
  { id, party }: { id: string; party: Party },
): Promise<Result<Letter, 'unknown' | 'letterLapsed'>> {
  const known = await letterById(ctx, id)
  if (!known || known.caseId !== party.caseId) return refuse('unknown')
  const it = await lockCase(ctx, { id: known.caseId })
  const letter = it && (await letterById(ctx, id))
  if (!letter) return refuse('unknown')
  if (openToParties(letter)) return ok(letter)
  if (letter.state !== 'handedOver') return refuse('unknown')
  const retrievedOn = today(ctx)
  if (!waitsForRetrieval(letter, retrievedOn)) return refuse('letterLapsed')
  const days = await daysOf(ctx, letter, await contentOf(ctx, letter), letter.handedOverOn!, retrievedOn)
  const done = await changeLetterRow(ctx, letter, { retrieved_at: ctx.now(), ...days })
  await showTo(ctx, [done.fileId!], { type: 'case', id: it.id }, 'parties')
  await tellLetter(ctx, it, done, letterEvents.retrieved, party.id)
  return ok(done)
}

const PAGE = 100

/** Letters that nobody fetched in ten days count as not delivered; the unit hears of each once. True while there may be more. */
export async function lapseLetters(ctx: Ctx): Promise<boolean> {
  const late = await unfetched(ctx, addDays(today(ctx), -RETRIEVAL_DAYS - 1), PAGE)
  for (const letter of late) {
    const it = await caseById(ctx, letter.caseId)
    const done = await changeLetterRow(ctx, letter, { lapsed_at: ctx.now() })
    if (it) await tellLetter(ctx, it, done, letterEvents.lapsed)
  }
  return late.length === PAGE
}
