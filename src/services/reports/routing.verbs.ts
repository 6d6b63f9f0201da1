import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { Bilingual } from './category.rules.ts'
import { type PlaceChoice, roadOwners } from './place.rules.ts'
import type { Routed, RoutingRule } from './route.rules.ts'

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
export async function routingRules(ctx: Ctx): Promise<(RoutingRule & { unitName: string })[]> {
  throw new Error('not yet')
}

export async function saveRoutingRule(
  ctx: Ctx,
  input: RoutingRuleInput & { id?: string | undefined },
): Promise<Result<RoutingRule, Refused | 'conditionMissing' | 'unitUnknown' | 'categoryUnknown'>> {
  throw new Error('not yet')
}

export async function orderRoutingRule(ctx: Ctx, input: { id: string; move: 'up' | 'down' }): Promise<Result<RoutingRule, Refused>> {
  throw new Error('not yet')
}

/** The rule no longer counts; its trace in old assignments stays readable. */
export async function closeRoutingRule(ctx: Ctx, input: { id: string }): Promise<Result<{ id: string }, Refused>> {
  throw new Error('not yet')
}

/** Who would get such a report, and why. Writes nothing. */
export async function tryRouting(ctx: Ctx, input: { category: string; place: PlaceChoice }): Promise<Result<Routed, 'categoryUnknown'>> {
  throw new Error('not yet')
}
