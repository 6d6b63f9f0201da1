import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { changeCase } from '../cases/case.sql.ts'
import { type Case, caseByNumber, type Holder, holdersOf, membersOf, type Priority, readNumber } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { addPhotos } from '../cases/photo.ts'
import { checkWork, takeUp, tell } from '../cases/step.verbs.ts'
import { spoke } from './escalation/wait.ts'
import { standingOf } from './incident/standing.ts'
import { reportEvents } from './report.events.ts'
import { askedOf } from './step.verbs.ts'
import { workRights } from './work.checks.ts'
import type { Worked } from './work.rules.ts'

type Of = { number: string; version?: number | undefined }
type Refused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile' | 'inIncident'

/** The case, held for this transaction, if the actor may work on it. */
async function toWorkOn(ctx: Ctx, { number, version }: Of): Promise<Result<Case, Refused>> {
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, version)
  if (!taken.ok) return taken
  const right = await checkWork(ctx, taken.value, workRights)
  return right.ok ? taken : right
}

const worked = ({ id, number, state, version }: Case) => ok<Worked>({ caseId: id, number, state, version })

/** Roles whose members can be given a report. */
const workers = ['crew', 'clerk', 'dispatcher', 'lead']

/** Gives the report to one person of the unit, or to nobody. */
export async function assignTo(ctx: Ctx, input: Of & { personId: string | undefined }): Promise<Result<Worked, Refused | 'personUnknown'>> {
  const taken = await toWorkOn(ctx, input)
  if (!taken.ok) return taken
  const it = taken.value
  const { personId } = input
  if (personId && !(await assigneesOf(ctx, it)).some(({ id }) => id === personId)) return refuse('personUnknown', { field: 'personId' })
  const changed = await changeCase(ctx, it.id, { assigneeId: personId ?? null })
  await tell(ctx, changed, {
    event: reportEvents.assigned,
    data: personId ? { personId } : {},
    about: personId ? [{ type: 'person', id: personId }] : [],
  })
  return worked(changed)
}

const assigneesOf = async (ctx: Ctx, { unitId }: Case) => (unitId ? await membersOf(ctx, unitId, workers) : [])

/** Members of the case's unit who may be given it. */
export async function possibleAssignees(ctx: Ctx, number: string): Promise<readonly Holder[]> {
  const it = may(ctx, 'report.see') ? await caseByNumber(ctx, readNumber(number) ?? '') : undefined
  return it ? await assigneesOf(ctx, it) : []
}

/** Everybody in town who can be given reports, of whatever unit. */
export const possibleWorkers = async (ctx: Ctx): Promise<Holder[]> => (may(ctx, 'report.see') ? await holdersOf(ctx, workers) : [])

export async function setPriority(ctx: Ctx, input: Of & { priority: Priority }): Promise<Result<Worked, Refused>> {
  const taken = await toWorkOn(ctx, input)
  if (!taken.ok) return taken
  const { priority: from } = taken.value
  const changed = await changeCase(ctx, taken.value.id, { priority: input.priority })
  await tell(ctx, changed, { event: reportEvents.prioritised, data: { from: String(from), to: String(input.priority) } })
  return worked(changed)
}

/** Only staff reads it, and sees its photos. Everybody who sees the report may add one. */
export async function addNote(
  ctx: Ctx,
  input: Of & { text: string; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'textMissing' | 'fileGone' | 'tooManyFiles'>> {
  if (!may(ctx, 'report.see')) return refuse('notAllowed')
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined, { resting: true })
  if (!taken.ok) return taken
  return await say(ctx, taken.value, 'note', input.text, input.photos)
}

/** A word to everybody at any time, with photos if there are some. */
export async function sayInPublic(
  ctx: Ctx,
  input: Of & { text: string; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'textMissing' | 'fileGone' | 'tooManyFiles'>> {
  const taken = await toWorkOn(ctx, input)
  return taken.ok ? await say(ctx, taken.value, 'public', input.text, input.photos) : taken
}

/**
 * A message to the parties that needs no answer. Where several reports are one damage, the one that goes on speaks to the parties of
 * all, or to those of the member named by `to`; a member always to its own alone.
 */
export async function writeToParties(
  ctx: Ctx,
  input: Of & { text: string; to?: string | undefined },
): Promise<Result<Worked, Refused | 'textMissing' | 'noMember'>> {
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, input.version, { resting: true })
  if (!taken.ok) return taken
  const right = await checkWork(ctx, await standingOf(ctx, taken.value), workRights)
  if (!right.ok) return right
  const asked = await askedOf(ctx, taken.value, input.to)
  if (!asked.ok) return asked
  const said = await say(ctx, asked.value.of ?? taken.value, 'message', input.text, [], asked.value.shared)
  return said.ok ? worked(taken.value) : said
}

const sayings = {
  note: { event: reportEvents.noted, audience: 'internal' },
  public: { event: reportEvents.said, audience: 'public' },
  message: { event: reportEvents.written, audience: 'parties' },
} as const

// What is said changes nothing that somebody else's form shows, so it counts no version.
async function say(
  ctx: Ctx,
  it: Case,
  kind: keyof typeof sayings,
  text: string,
  photos?: readonly [],
  shared?: boolean,
): Promise<Result<Worked, 'textMissing'>>
async function say(
  ctx: Ctx,
  it: Case,
  kind: keyof typeof sayings,
  text: string,
  photos: readonly string[] | undefined,
): Promise<Result<Worked, 'textMissing' | 'fileGone' | 'tooManyFiles'>>
async function say(ctx: Ctx, it: Case, kind: keyof typeof sayings, given: string, photos: readonly string[] = [], shared = false) {
  const text = given.trim()
  if (!text) return refuse('textMissing', { field: 'text' })
  const { event, audience } = sayings[kind]
  await spoke(ctx, it, audience)
  const unitId = it.unitId ?? ctx.actor.unitIds[0]
  const messageId = await insertMessage(ctx, { caseId: it.id, kind, audience, text, unitId, shared })
  const eventId = await tell(ctx, it, {
    event,
    data: { messageId, ...(unitId ? { unitId } : {}), ...(shared ? { shared } : {}) },
    about: it.incidentId ? [{ type: 'case', id: it.incidentId }] : [],
  })
  const added = await addPhotos(ctx, it, photos, { role: 'answer', audience, eventId })
  return added.ok ? worked(it) : added
}
