import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Case, caseById, type Party, readNumber } from '../cases/index.ts'
import { countMessages, insertMessage } from '../cases/message.sql.ts'
import { takeUp, tell } from '../cases/step.verbs.ts'
import { applicationEvents } from './application.events.ts'
import { checkWho } from './rights.ts'

type Words = { number: string; text: string }
type Refused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'textMissing'

/** Something that only the staff reads. */
export const addNote = (ctx: Ctx, input: Words) => say(ctx, input, 'note')

/** A word to the applicant, without asking for an answer. */
export const writeToApplicant = (ctx: Ctx, input: Words) => say(ctx, input, 'message')

async function say(ctx: Ctx, input: Words, kind: 'note' | 'message'): Promise<Result<{ number: string }, Refused>> {
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined)
  if (!taken.ok || taken.value.kind !== 'application') return refuse('unknown')
  const it = taken.value
  const right = await checkWho(ctx, it, { by: 'unit' })
  if (!right.ok) return right
  const text = input.text.trim()
  if (!text) return refuse('textMissing', { field: 'text' })
  const audience = kind === 'note' ? 'internal' : 'parties'
  const messageId = await insertMessage(ctx, { caseId: it.id, kind, audience, text, unitId: it.unitId })
  await tell(ctx, it, {
    event: kind === 'note' ? applicationEvents.noted : applicationEvents.written,
    data: { messageId, ...(it.unitId ? { unitId: it.unitId } : {}) },
    shownTo: audience,
  })
  return ok({ number: it.number })
}

/** Words of one applicant in a day, so that nobody fills a case. */
const MOST_A_DAY = 10

/** A word of the applicant when nothing was asked; also after the end, for who has something to add. */
export async function writeToOffice(
  ctx: Ctx,
  party: Party,
  input: { text: string },
): Promise<Result<{ number: string }, 'notAllowed' | 'textMissing' | 'tooManyMessages'>> {
  const it: Case | undefined = party.role === 'applicant' ? await caseById(ctx, party.caseId) : undefined
  if (it?.kind !== 'application') return refuse('notAllowed')
  const text = input.text.trim()
  if (!text) return refuse('textMissing', { field: 'text' })
  if ((await countMessages(ctx, it.id, party.id, new Date(ctx.now().getTime() - DAY_MS))) >= MOST_A_DAY) return refuse('tooManyMessages')
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'message', audience: 'parties', text, partyId: party.id })
  await tell(ctx, it, { event: applicationEvents.received, data: { messageId, partyId: party.id }, role: 'applicant', shownTo: 'parties' })
  return ok({ number: it.number })
}
