import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { countSupport, lockCase } from '../cases/case.sql.ts'
import { type Case, caseByNumber, type Party, readNumber } from '../cases/index.ts'
import { askToConfirm } from '../cases/mail/party-mail.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { becomeSupporter, endParty, partyOfPerson } from '../cases/party.sql.ts'
import { addParty } from '../cases/party.verbs.ts'
import { addPhotos } from '../cases/photo.ts'
import { tell } from '../cases/step.verbs.ts'
import { standingOf } from './incident/standing.ts'
import { type BlockRefused, refuseBlocked } from './moderation/block.verbs.ts'
import { reportEvents } from './report.events.ts'
import { senderOf } from './reporter.ts'

/** "Me too". Signed in: nothing is needed. `mark` is a random value from a cookie, so that an unnamed browser counts once. */
export const JoinInput = z.object({
  number: z.string().max(20),
  email: z.email().max(320).optional(),
  name: z.string().trim().min(1).max(200).optional(),
  text: z.string().trim().max(2000).optional(),
  photos: z.array(z.uuid()).max(5).default([]),
  mark: z.string().min(16).max(100).optional(),
})
export type JoinInput = z.input<typeof JoinInput>

/** `secret` and `code` are empty when the person or browser had joined before. */
export type Joined = { number: string; secret: string; code: string; supportCount: number; already: boolean; confirming: boolean }

/** Published and not settled; a number that is not public looks like one that does not exist. */
async function openToAll(ctx: Ctx, number: string): Promise<Result<Case, 'unknown' | 'alreadyEnded'>> {
  const named = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!named?.published) return refuse('unknown')
  // Who joins a report that rests at another one joins that.
  const found = await standingOf(ctx, named)
  if (!found.published) return refuse('unknown')
  return found.closedAt ? refuse('alreadyEnded') : ok(found)
}

/**
 * Joins a published, open report. Refuses: `unknown`, `alreadyEnded`. Counts once per person or browser. Whether an address takes
 * part already is never said, or anybody could ask who reported: then the browser joins without it and gets the same answer.
 */
export async function joinReport(
  ctx: Ctx,
  given: JoinInput,
): Promise<Result<Joined, 'unknown' | 'alreadyEnded' | BlockRefused | 'fileGone' | 'tooManyFiles'>> {
  const input = JoinInput.parse(given)
  const found = await openToAll(ctx, input.number)
  if (!found.ok) return found
  const it = (await lockCase(ctx, { id: found.value.id }))!
  const sender = await senderOf(ctx, input)
  const free = await refuseBlocked(ctx, { ...sender, mark: input.mark })
  if (!free.ok) return free
  const party = { caseId: it.id, role: 'supporter' as const, ...sender, mark: sender.personId ? undefined : input.mark }
  const named = await addParty(ctx, party)
  const added = named ?? (sender.email ? await addParty(ctx, { ...party, email: undefined }) : undefined)
  if (!added) return ok(await joinedBefore(ctx, it, sender.personId))
  const supportCount = await countSupport(ctx, it.id)
  const messageId = input.text
    ? await insertMessage(ctx, { caseId: it.id, kind: 'message', audience: 'parties', text: input.text, partyId: added.party.id })
    : undefined
  const eventId = await tell(ctx, it, {
    event: reportEvents.joined,
    data: { partyId: added.party.id, count: supportCount },
    role: 'supporter',
  })
  if (messageId || input.photos.length > 0) {
    const said = await tell(ctx, it, {
      event: reportEvents.received,
      data: { partyId: added.party.id, ...(messageId ? { messageId } : {}) },
      role: 'supporter',
    })
    const photos = await addPhotos(ctx, it, input.photos, { role: 'before', audience: 'parties', eventId: said ?? eventId })
    if (!photos.ok) return photos
  }
  await askToConfirm(ctx, it, added)
  return ok({ number: it.number, ...added.keys, supportCount, already: false, confirming: sender.email !== undefined })
}

/** Who had joined before counts once; who only followed the report supports it now. */
async function joinedBefore(ctx: Ctx, it: Case, personId: string | undefined): Promise<Joined> {
  const party = personId ? await partyOfPerson(ctx, it.id, personId) : undefined
  if (party?.role === 'subscriber') {
    await becomeSupporter(ctx, party)
    const count = await countSupport(ctx, it.id)
    await tell(ctx, it, { event: reportEvents.joined, data: { partyId: party.id, count }, role: 'supporter' })
    return { number: it.number, secret: '', code: '', supportCount: count, already: false, confirming: false }
  }
  return { number: it.number, secret: '', code: '', supportCount: it.supportCount, already: true, confirming: false }
}

/** Takes the support or subscription back. The reporter cannot leave, only withdraw. */
export async function leaveReport(ctx: Ctx, party: Party): Promise<Result<{ number: string }, 'unknown' | 'notAllowed'>> {
  if (party.role === 'reporter') return refuse('notAllowed')
  const it = await lockCase(ctx, { id: party.caseId })
  if (!it) return refuse('unknown')
  await endParty(ctx, party)
  const count = await countSupport(ctx, it.id)
  await tell(ctx, it, { event: reportEvents.left, data: { partyId: party.id, count }, role: party.role })
  return ok({ number: it.number })
}

export const SubscribeInput = z.object({ number: z.string().max(20), email: z.email().max(320).optional() })

/** News by e-mail (after confirmation) or as notifications of the signed-in person. Never says whether an address was known. */
export async function subscribeToReport(
  ctx: Ctx,
  input: z.input<typeof SubscribeInput>,
): Promise<Result<{ number: string; confirming: boolean }, 'unknown' | 'alreadyEnded' | 'contactMissing'>> {
  const found = await openToAll(ctx, input.number)
  if (!found.ok) return found
  const it = found.value
  const sender = await senderOf(ctx, input)
  if (!sender.personId && !sender.email) return refuse('contactMissing', { field: 'email' })
  const added = await addParty(ctx, { caseId: it.id, role: 'subscriber', ...sender })
  if (added) {
    await tell(ctx, it, { event: reportEvents.subscribed, data: { partyId: added.party.id }, role: 'subscriber' })
    await askToConfirm(ctx, it, added)
  }
  return ok({ number: it.number, confirming: sender.personId === undefined })
}
