import type { Ctx } from '#platform/context.ts'
import { casesAt } from '../../cases/case.sql.ts'
import { type Case, casesById, namesOf } from '../../cases/index.ts'
import { checkWork } from '../../cases/step.verbs.ts'
import { workRights } from '../work.checks.ts'
import { MOST_MEMBERS, planUndo } from './incident.rules.ts'
import { countAt, lastChangeOf, restingAt } from './incident.sql.ts'
import { restingOf } from './resting.ts'

/** What everybody may know: how many reports there are of this damage, the one that goes on, and those that are public. */
export type PublicIncident = {
  count: number
  /** The number of the one that goes on, for a member; undefined for the one that goes on itself, or where that is not public. */
  goesOn: string | undefined
  isMember: boolean
  others: readonly { number: string; placeLabel: string; receivedAt: Date }[]
}

/** As many other reports as a page names. */
const NAMED = 10

export async function incidentInPublic(ctx: Ctx, it: Case, head: Case): Promise<PublicIncident | undefined> {
  const count = await countAt(ctx, head.id)
  if (count === 0) return undefined
  const others = (await casesAt(ctx, head.id, NAMED + 1)).filter(({ id, published }) => published && id !== it.id)
  return {
    count: count + 1,
    isMember: head.id !== it.id,
    goesOn: head.id !== it.id && head.published ? head.number : undefined,
    others: others.slice(0, NAMED).map(({ number, placeLabel, receivedAt }) => ({ number, placeLabel, receivedAt })),
  }
}

/** What the staff sees: all of them, and the last change with the way back. */
export type DeskIncident = {
  head: Case
  isMember: boolean
  members: readonly Case[]
  last: { kind: 'merge' | 'split'; count: number; at: Date; who: string | undefined; mayUndo: boolean } | undefined
}

/** Undefined for a report that was never together with another one, or is no longer and has no change to take back. */
export async function incidentAtDesk(ctx: Ctx, it: Case, work: boolean): Promise<DeskIncident | undefined> {
  const head = it.incidentId ? (await casesById(ctx, [it.incidentId]))[0] : it
  if (!head) return undefined
  const members = await casesAt(ctx, head.id, MOST_MEMBERS)
  const last = await lastOf(ctx, head, work)
  return members.length === 0 && !last ? undefined : { head, isMember: head.id !== it.id, members, last }
}

async function lastOf(ctx: Ctx, head: Case, work: boolean): Promise<DeskIncident['last']> {
  const change = await lastChangeOf(ctx, head.id)
  if (!change) return undefined
  const ids = change.moves.map(({ caseId }) => caseId)
  const now = new Map((await casesById(ctx, [head.id, ...ids])).map((one) => [one.id, restingOf(one)]))
  const withMembers = new Set((await restingAt(ctx, ids)).map(({ incidentId }) => incidentId))
  const possible = planUndo(
    change,
    (id) => now.get(id),
    (id) => withMembers.has(id),
  ).ok
  const own = change.byPersonId !== undefined && change.byPersonId === ctx.actor.personId
  const names = await namesOf(ctx, 'core.person', change.byPersonId ? [change.byPersonId] : [])
  return {
    kind: change.kind,
    count: ids.length,
    at: change.at,
    who: names.get(change.byPersonId ?? ''),
    mayUndo: possible && (own || work || (await checkWork(ctx, head, workRights)).ok),
  }
}
