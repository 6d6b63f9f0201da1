import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { countSupport, lockCases } from '../../cases/case.sql.ts'
import { type Case, caseByNumber, casesById, readNumber } from '../../cases/index.ts'
import { closeQuestions } from '../../cases/message.sql.ts'
import { checkWork, moveCase, tell } from '../../cases/step.verbs.ts'
import { nowWaits } from '../escalation/wait.ts'
import { reportEvents } from '../report.events.ts'
import { reportProcess } from '../report.rules.ts'
import { workRights } from '../work.checks.ts'
import { type Change, type Move, planMerge, planSplit, planUndo } from './incident.rules.ts'
import { insertChange, inTurn, lastChangeOf, noteUndone, restAt, restingAt } from './incident.sql.ts'
import { waits } from './questions.sql.ts'
import { restingOf } from './resting.ts'

export type IncidentRefused =
  | 'notAllowed'
  | 'notYourUnit'
  | 'unknown'
  | 'goesOnUnknown'
  | 'goesOnHidden'
  | 'sameIncident'
  | 'inOtherIncident'
  | 'cannotJoin'
  | 'incidentFull'
  | 'noMember'
  | 'nothingToUndo'
  | 'movedOn'

/** What became of it: the number of the one that goes on, and how many cases moved. */
export type Joined = { number: string; count: number }

/** These cases and whatever rests at them, held until the end of the transaction. */
async function hold(ctx: Ctx, ids: readonly string[]) {
  const resting = await restingAt(ctx, ids)
  const held = new Map((await lockCases(ctx, [...new Set([...ids, ...resting.map(({ id }) => id)])])).map((it) => [it.id, it]))
  const membersOf = (id: string) => resting.flatMap((one) => (one.incidentId === id ? (held.get(one.id) ?? []) : []))
  return { held, membersOf }
}

async function reportsNamed(ctx: Ctx, numbers: readonly string[]): Promise<Case[] | undefined> {
  const found: Case[] = []
  for (const number of new Set(numbers)) {
    const it = await caseByNumber(ctx, readNumber(number) ?? '')
    if (it?.kind !== 'report') return undefined
    found.push(it)
  }
  return found
}

/**
 * Several reports of one damage: those of `numbers` rest at `into` from now on, which goes on for all. Whoever is asked to join one
 * that rests itself joins the one that goes on for it. Needs the right to work on those that move.
 */
export async function mergeReports(
  ctx: Ctx,
  input: { into: string; numbers: readonly string[] },
): Promise<Result<Joined, IncidentRefused>> {
  if (!may(ctx, 'report.work')) return refuse('notAllowed')
  await inTurn(ctx)
  const [into] = (await reportsNamed(ctx, [input.into])) ?? []
  if (!into) return refuse('goesOnUnknown', { field: 'into' })
  const chosen = (await reportsNamed(ctx, input.numbers))?.filter(({ id }) => id !== into.id)
  if (!chosen) return refuse('unknown', { field: 'numbers' })
  const { held, membersOf } = await hold(ctx, [into.incidentId ?? into.id, ...chosen.map(({ id }) => id)])
  const head = held.get(into.incidentId ?? into.id)!
  const joining = chosen.flatMap(({ id }) => held.get(id) ?? [])
  for (const it of joining) {
    const right = await checkWork(ctx, it, workRights)
    if (!right.ok) return refuse(right.refusal.code, { field: 'numbers', facts: { number: it.number } })
  }
  const plan = planMerge(restingOf(head), joining.map(restingOf), (id) => membersOf(id).map(restingOf))
  if (!plan.ok) return refuse(plan.refusal.code, { field: plan.refusal.code.startsWith('goesOn') ? 'into' : 'numbers' })
  const moved = plan.value.flatMap(({ caseId }) => held.get(caseId) ?? [])
  await restAt(
    ctx,
    moved.map(({ id }) => id),
    head.id,
  )
  await keep(ctx, 'merge', head, plan.value, moved)
  return ok({ number: head.number, count: moved.length })
}

/** Takes reports out of an incident: each goes on by itself, in the state it had before. */
export async function splitReports(
  ctx: Ctx,
  input: { number: string; numbers: readonly string[] },
): Promise<Result<Joined, IncidentRefused>> {
  if (!may(ctx, 'report.work')) return refuse('notAllowed')
  await inTurn(ctx)
  const found = await caseByNumber(ctx, readNumber(input.number) ?? '')
  if (found?.kind !== 'report') return refuse('unknown')
  const { held } = await hold(ctx, [found.incidentId ?? found.id])
  const head = held.get(found.incidentId ?? found.id)!
  const right = await checkWork(ctx, head, workRights)
  if (!right.ok) return right
  const wanted = new Set(input.numbers.map((number) => readNumber(number) ?? ''))
  const chosen = [...held.values()].filter(({ number }) => wanted.has(number))
  const plan = chosen.length === wanted.size ? planSplit(restingOf(head), chosen.map(restingOf)) : refuse('noMember' as const)
  if (!plan.ok) return refuse(plan.refusal.code, { field: 'numbers' })
  await letGo(ctx, head, chosen)
  await keep(ctx, 'split', head, plan.value, chosen)
  return ok({ number: head.number, count: chosen.length })
}

/** Takes the last change of an incident back, whichever it was. Who made it may, and who may work on the one that goes on. */
export async function undoChange(ctx: Ctx, input: { number: string }): Promise<Result<Joined, IncidentRefused>> {
  if (!may(ctx, 'report.work')) return refuse('notAllowed')
  await inTurn(ctx)
  const found = await caseByNumber(ctx, readNumber(input.number) ?? '')
  if (found?.kind !== 'report') return refuse('unknown')
  const change = await lastChangeOf(ctx, found.id)
  if (!change) return refuse('nothingToUndo')
  const { held, membersOf } = await hold(ctx, [found.id, ...change.moves.map(({ caseId }) => caseId)])
  const head = held.get(found.id)!
  const right = await checkWork(ctx, head, workRights)
  if (!right.ok && (change.byPersonId === undefined || change.byPersonId !== ctx.actor.personId)) return right
  const restingNow = (id: string) => {
    const it = held.get(id)
    return it && restingOf(it)
  }
  const plan = planUndo(change, restingNow, (id) => membersOf(id).length > 0)
  if (!plan.ok) return plan
  const moved = plan.value.flatMap(({ caseId }) => held.get(caseId) ?? [])
  const goingTo = (to: string | undefined) => plan.value.filter((one) => one.to === to).flatMap(({ caseId }) => held.get(caseId) ?? [])
  await letGo(ctx, head, goingTo(undefined))
  for (const to of new Set(plan.value.flatMap((one) => one.to ?? [])))
    await restAt(
      ctx,
      goingTo(to).map(({ id }) => id),
      to,
    )
  await noteUndone(ctx, change.id)
  await recount(ctx, head, moved)
  await say(ctx, change.kind === 'merge' ? 'split' : 'merged', head, moved, 'undone')
  return ok({ number: head.number, count: moved.length })
}

/** Leaves with what is asked of it alone; what only the one that goes on waited for is waited for no longer. */
async function letGo(ctx: Ctx, head: Case, leaving: readonly Case[]): Promise<void> {
  await restAt(
    ctx,
    leaving.map(({ id }) => id),
    undefined,
  )
  for (const { id, state } of leaving) if (state !== 'question') await closeQuestions(ctx, id)
  await goOnWithout(ctx, head)
}

/** The one that goes on waits for no answer any more: the work is waited for again. */
export async function goOnWithout(ctx: Ctx, head: Case): Promise<Case> {
  if (head.state !== 'question' || (await waits(ctx, head))) return head
  const moved = await moveCase(ctx, reportProcess, head, 'stopWaiting', {})
  if (!moved.ok) return head
  await nowWaits(ctx, moved.value.case)
  await tell(ctx, moved.value.case, {
    event: reportEvents.questionExpired,
    data: { from: moved.value.from, to: moved.value.to },
    role: 'system',
  })
  return moved.value.case
}

async function keep(ctx: Ctx, kind: Change['kind'], head: Case, moves: readonly Move[], moved: readonly Case[]): Promise<void> {
  await insertChange(ctx, { kind, incidentId: head.id, moves })
  await recount(ctx, head, moved)
  await say(ctx, kind === 'merge' ? 'merged' : 'split', head, moved)
}

async function recount(ctx: Ctx, head: Case, moved: readonly Case[]): Promise<void> {
  for (const { id } of [head, ...moved]) await countSupport(ctx, id)
}

/** One event for all: it stands in the history of the one that goes on and of each that moved. */
async function say(ctx: Ctx, what: 'merged' | 'split', head: Case, moved: readonly Case[], reason?: 'undone'): Promise<void> {
  const [now] = await casesById(ctx, [head.id])
  const unitId = head.unitId ?? ctx.actor.unitIds[0]
  await tell(ctx, now ?? head, {
    event: reportEvents[what],
    data: { count: moved.length, ...(unitId ? { unitId } : {}), ...(reason ? { reason } : {}) },
    about: moved.map(({ id }) => ({ type: 'case', id })),
  })
}
