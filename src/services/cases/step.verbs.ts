import { type EventKind, record, type Subject } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { announce } from '#platform/live/changes.ts'
import { type Process, type StepRefusal, step } from '#platform/process.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import type { Audience, Case } from './case.rules.ts'
import { type CaseChanges, caseById, changeCase, lastChange, lockCase } from './case.sql.ts'
import { noteChange } from './change.sql.ts'
import { actsInCoverFor } from './cover/stand-in.ts'
import { workingUnits } from './unit.sql.ts'

/** What stands with every event of a case; nothing personal. */
export type Telling = {
  event: EventKind
  data: Record<string, unknown>
  about?: readonly Subject[] | undefined
  /** Word of the role in which it was done. */
  role?: string | undefined
  shownTo?: Audience | undefined
}

/**
 * Writes exactly one event about a case and tells lists, live pages and figures. What is public becomes so only with the case:
 * before it is published, its public events are for the parties.
 */
export async function tell(ctx: Ctx, about: Case, { event, data, about: more = [], role, shownTo }: Telling): Promise<string> {
  const subjects: Subject[] = [{ type: 'case', id: about.id }, ...(about.assetId ? [{ type: 'asset', id: about.assetId }] : []), ...more]
  const coverFor = await actsInCoverFor(ctx, about.assigneeId)
  const id = await record(ctx, event, {
    about: subjects,
    data: { number: about.number, ...data, ...(coverFor ? { coverFor } : {}) },
    shownTo: shownTo ?? (about.published ? 'public' : 'parties'),
    ...(role === undefined ? {} : { role }),
  })
  await noteChange(ctx, subjects)
  announce(ctx, [about.kind, 'desk'], id)
  return id
}

/**
 * The case, held for this transaction; refused if somebody changed it since the form was made, or if it rests at another one and the
 * work goes on there, unless `resting` ones are meant too.
 */
export async function takeUp(
  ctx: Ctx,
  by: { id: string } | { number: string },
  version: number | undefined,
  { resting = false }: { resting?: boolean } = {},
): Promise<Result<Case, 'unknown' | 'changedMeanwhile' | 'inIncident'>> {
  const found = await lockCase(ctx, by)
  if (!found) return refuse('unknown')
  if (found.incidentId && !resting)
    return refuse('inIncident', { facts: { number: (await caseById(ctx, found.incidentId))?.number ?? '' } })
  if (version === undefined || version === found.version) return ok(found)
  const last = await lastChange(ctx, found.id)
  const when = new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: ctx.town.timeZone,
  }).format(last?.at ?? found.updatedAt)
  return refuse('changedMeanwhile', { facts: { who: last?.who ?? textIn(ctx.locale, 'case.role.party'), when, version: found.version } })
}

/** Which permission lets somebody work on cases of the own units, and which on all; without one nobody does. */
export type WorkRights = { own: string; all?: string }

/** Refuses those who may not work on this case: `notAllowed`, or `notYourUnit` for a case of somebody else. */
export async function checkWork(ctx: Ctx, of: Case, { own, all }: WorkRights): Promise<Result<true, 'notAllowed' | 'notYourUnit'>> {
  if (![own, ...(all ? [all] : [])].some((permission) => may(ctx, permission))) return refuse('notAllowed')
  return (await workable(ctx, { own, ...(all ? { all } : {}) }))(of) ? ok(true) : refuse('notYourUnit')
}

/** As `checkWork`, for many: asks for the units once and says of each case whether the actor may work on it. */
export async function workable(ctx: Ctx, { own, all }: WorkRights): Promise<(of: Case) => boolean> {
  if (all && may(ctx, all)) return () => true
  if (!may(ctx, own)) return () => false
  const units = new Set(await workingUnits(ctx))
  return ({ unitId }) => unitId !== undefined && units.has(unitId)
}

type Given = Partial<Record<'reason' | 'text' | 'proof' | 'date', unknown>>

export type Moved = { case: Case; from: string; to: string }

/**
 * Takes one step of the process: guard by the state table, then state, stage and version. The caller has checked who may
 * (`checkWork` or the party's key) and records the step's event with `tell`.
 */
export async function moveCase<S extends string, V extends string>(
  ctx: Ctx,
  process: Process<S, V>,
  of: Case,
  verb: V,
  given: Given,
  changes: CaseChanges = {},
): Promise<Result<Moved, StepRefusal>> {
  const next = step(process, verb, { state: of.state as S, before: of.beforeState as S | undefined }, given)
  if (!next.ok) return next
  const { to, stage } = next.value
  const ended = process.ends.includes(to)
  const interrupts = stage === 'yourTurn' && of.stage !== 'yourTurn'
  const changed = await changeCase(ctx, of.id, {
    state: to,
    stage,
    beforeState: interrupts ? of.state : null,
    closedAt: ended ? ctx.now() : null,
    // What goes on again is due for nothing (retention/).
    ...(ended ? { result: to } : { result: null, archivedAt: null, anonymisedAt: null, deletionToldAt: null }),
    ...changes,
  })
  return ok({ case: changed, from: of.state, to })
}
