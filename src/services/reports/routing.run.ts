import { assetById } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { insertOffer, offerCase } from '../cases/assignment.sql.ts'
import { type CaseChanges, changeCase } from '../cases/case.sql.ts'
import type { Case } from '../cases/index.ts'
import { moveCase, tell } from '../cases/step.verbs.ts'
import type { Category } from './category.rules.ts'
import { nowWaits } from './escalation/wait.ts'
import type { RoadOwner } from './place.rules.ts'
import { reportEvents } from './report.events.ts'
import { reportProcess } from './report.rules.ts'
import { reportOfCase } from './report.sql.ts'
import { byHand, type Routed, type RoutingRule, type RoutingTrace, route } from './route.rules.ts'
import { rulesInForce } from './routing.sql.ts'

type Rules = { version: { number: number } | undefined; rules: readonly RoutingRule[] }

/** Who would get a report of this category at this place, by the version in force or by another one. */
export async function findUnit(
  ctx: Ctx,
  category: Category,
  place: { districtId?: string | undefined; roadOwner?: RoadOwner | undefined; assetId?: string | undefined },
  by?: Rules,
): Promise<Routed> {
  const asset = place.assetId ? await assetById(ctx, place.assetId) : undefined
  const facts = {
    categoryId: category.id,
    groupCode: category.groupCode,
    districtId: place.districtId,
    roadOwner: place.roadOwner,
    assetKind: asset?.kind,
    categoryUnitId: category.unitId,
  }
  const { version, rules } = by ?? (await rulesInForce(ctx))
  const routed = route(facts, rules)
  return { ...routed, trace: { ...routed.trace, ...(version ? { version: version.number } : {}) } }
}

/** Why a report has the unit that somebody chose for it. */
export async function traceByHand(ctx: Ctx, of: Case, category: Category, unitId: string): Promise<RoutingTrace> {
  const report = await reportOfCase(ctx, of.id)
  const routed = await findUnit(ctx, category, { districtId: of.districtId, roadOwner: report?.roadOwner, assetId: of.assetId })
  return byHand(routed, unitId)
}

/** Offers a new report to the unit that the rules name, or leaves it to the control centre; one event either way. */
export async function routeReport(
  ctx: Ctx,
  of: Case,
  category: Category,
  roadOwner: RoadOwner | undefined,
  changes: CaseChanges = {},
): Promise<Case> {
  const routed = await findUnit(ctx, category, { districtId: of.districtId, roadOwner, assetId: of.assetId })
  const verb = routed.unitId ? 'route' : 'unroute'
  const moved = await moveCase(ctx, reportProcess, of, verb, {}, { ...changes, unitId: routed.unitId ?? null, assigneeId: null })
  if (!moved.ok) throw new Error(`a report in state ${of.state} cannot be routed`)
  if (routed.unitId) ctx.soon(insertOffer(ctx, of.id, { unitId: routed.unitId, trace: routed.trace }))
  await nowWaits(ctx, moved.value.case, { category })
  await tell(ctx, moved.value.case, {
    event: routed.unitId ? reportEvents.routed : reportEvents.unrouted,
    data: { from: moved.value.from, to: moved.value.to, ...(routed.unitId ? { toUnitId: routed.unitId } : {}) },
    about: routed.unitId ? [{ type: 'organisation', id: routed.unitId }] : [],
    role: 'system',
  })
  return moved.value.case
}

/** Asks the rules again after category or place were changed, as long as no unit has said yes. */
export async function reroute(ctx: Ctx, of: Case, category: Category, roadOwner: RoadOwner | undefined): Promise<Case> {
  if (!['new', 'triage', 'assigned'].includes(of.state)) return of
  const routed = await findUnit(ctx, category, { districtId: of.districtId, roadOwner, assetId: of.assetId })
  if (routed.unitId === of.unitId || routed.unitId === undefined) return of
  const changed = await changeCase(ctx, of.id, {
    state: 'assigned',
    stage: reportProcess.states.assigned,
    unitId: routed.unitId,
    assigneeId: null,
  })
  await offerCase(ctx, of.id, { unitId: routed.unitId, trace: routed.trace })
  await nowWaits(ctx, changed)
  await tell(ctx, changed, {
    event: reportEvents.routed,
    data: { from: of.state, to: changed.state, toUnitId: routed.unitId },
    about: [{ type: 'organisation', id: routed.unitId }],
    role: 'system',
  })
  return changed
}
