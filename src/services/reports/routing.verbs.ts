import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { unitBy } from '../cases/index.ts'
import { categoryBy } from './catalogue.sql.ts'
import { mayConfigure, noteSetting } from './catalogue.verbs.ts'
import { Bilingual } from './category.rules.ts'
import { moved } from './order.rules.ts'
import { type PlaceChoice, roadOwners } from './place.rules.ts'
import { settingEvents } from './report.events.ts'
import { levelOf, type Routed, type RoutingRule } from './route.rules.ts'
import { findUnit } from './routing.run.ts'
import { endRule, putRule, rulesInForce } from './routing.sql.ts'

/** At least one of the conditions must be given. */
export const RoutingRuleInput = z.object({
  categoryId: z.uuid().optional(),
  groupCode: z.string().max(60).optional(),
  districtId: z.uuid().optional(),
  owner: z.enum(roadOwners).optional(),
  assetKind: z.string().max(60).optional(),
  unitId: z.uuid(),
  publicNote: Bilingual.optional(),
})
export type RoutingRuleInput = z.output<typeof RoutingRuleInput>

type Refused = 'notAllowed' | 'unknown'

/** In their order. */
export const routingRules = (ctx: Ctx): Promise<(RoutingRule & { unitName: string })[]> => rulesInForce(ctx)

const about = (id: string) => ({ type: 'routingRule', id })

export async function saveRoutingRule(
  ctx: Ctx,
  { id, ...input }: RoutingRuleInput & { id?: string | undefined },
): Promise<Result<RoutingRule, Refused | 'conditionMissing' | 'unitUnknown' | 'categoryUnknown'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const rules = await rulesInForce(ctx)
  const known = rules.find((rule) => rule.id === id)
  if (id && !known) return refuse('unknown')
  const rule: RoutingRule = {
    id: known?.id ?? newId(ctx.now().getTime()),
    position: known?.position ?? rules.length,
    categoryId: input.categoryId,
    groupCode: input.groupCode,
    districtId: input.districtId,
    owner: input.owner,
    assetKind: input.assetKind,
    unitId: input.unitId,
    publicNote: input.publicNote,
  }
  if (!levelOf(rule)) return refuse('conditionMissing', { field: 'categoryId' })
  if (!(await unitBy(ctx, rule.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  if (rule.categoryId && !(await categoryBy(ctx, rule.categoryId))) return refuse('categoryUnknown', { field: 'categoryId' })
  await putRule(ctx, rule)
  await noteSetting(ctx, settingEvents.ruleSaved, about(rule.id), {})
  return ok(rule)
}

export async function orderRoutingRule(ctx: Ctx, { id, move }: { id: string; move: 'up' | 'down' }): Promise<Result<RoutingRule, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const order = moved(await rulesInForce(ctx), (rule) => rule.id === id, move)
  if (!order) return refuse('unknown')
  for (const rule of order) await putRule(ctx, rule)
  await noteSetting(ctx, settingEvents.ruleMoved, about(id), { move })
  return ok(order.find((rule) => rule.id === id)!)
}

/** The rule no longer counts; its trace in old assignments stays readable. */
export async function closeRoutingRule(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string }, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  if (!(await rulesInForce(ctx)).some((rule) => rule.id === id)) return refuse('unknown')
  await endRule(ctx, id)
  await noteSetting(ctx, settingEvents.ruleClosed, about(id), {})
  return ok({ id })
}

/** Who would get such a report, and why. Writes nothing. Refuses: `notAllowed`, `categoryUnknown`. */
export async function tryRouting(
  ctx: Ctx,
  input: { category: string; place: PlaceChoice },
): Promise<Result<Routed, 'notAllowed' | 'categoryUnknown'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const category = await categoryBy(ctx, input.category)
  return category ? ok(await findUnit(ctx, category, input.place)) : refuse('categoryUnknown', { field: 'category' })
}
