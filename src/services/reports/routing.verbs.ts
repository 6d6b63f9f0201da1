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
import { draftToEdit } from './routing/draft.verbs.ts'
import { MOST_RULES, type RoutingVersion } from './routing/version.rules.ts'
import { countRevision, draftVersion } from './routing/version.sql.ts'
import { findUnit } from './routing.run.ts'
import { deleteRule, type KeptRule, putRule, rulesOf } from './routing.sql.ts'

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

type Refused = 'notAllowed' | 'unknown' | 'draftExists' | 'versionScheduled'

const about = (id: string) => ({ type: 'routingRule', id })

/** The rules of the draft are changed; what is in force stays as it is. */
async function noteChange(ctx: Ctx, draft: RoutingVersion, id: string, event: Parameters<typeof noteSetting>[1], move?: string) {
  await countRevision(ctx, draft.id)
  await noteSetting(ctx, event, about(id), { number: draft.number, ...(move ? { move } : {}) })
}

/** Writes a rule into the draft, which begins with the first change. */
export async function saveRoutingRule(
  ctx: Ctx,
  { id, ...input }: RoutingRuleInput & { id?: string | undefined },
): Promise<Result<RoutingRule, Refused | 'conditionMissing' | 'unitUnknown' | 'categoryUnknown' | 'tooManyRules'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  if (!levelOf(input)) return refuse('conditionMissing', { field: 'categoryId' })
  if (!(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  if (input.categoryId && !(await categoryBy(ctx, input.categoryId))) return refuse('categoryUnknown', { field: 'categoryId' })
  const draft = await draftToEdit(ctx, { begin: id === undefined })
  if (!draft.ok) return draft
  const rules = await rulesOf(ctx, draft.value.id)
  const known = rules.find((rule) => rule.id === id)
  if (id && !known) return refuse('unknown')
  if (!known && rules.length >= MOST_RULES) return refuse('tooManyRules', { facts: { most: MOST_RULES } })
  const newRule = newId(ctx.now().getTime())
  const rule: Omit<KeptRule, 'unitName'> = {
    id: known?.id ?? newRule,
    lineId: known?.lineId ?? newRule,
    position: known?.position ?? rules.length,
    categoryId: input.categoryId,
    groupCode: input.groupCode,
    districtId: input.districtId,
    owner: input.owner,
    assetKind: input.assetKind,
    unitId: input.unitId,
    publicNote: input.publicNote,
  }
  await putRule(ctx, draft.value.id, rule)
  await noteChange(ctx, draft.value, rule.id, settingEvents.ruleSaved)
  return ok(rule)
}

export async function orderRoutingRule(ctx: Ctx, { id, move }: { id: string; move: 'up' | 'down' }): Promise<Result<RoutingRule, Refused>> {
  const draft = await draftToEdit(ctx, { begin: false })
  if (!draft.ok) return draft
  const order = moved(await rulesOf(ctx, draft.value.id), (rule) => rule.id === id, move)
  if (!order) return refuse('unknown')
  for (const rule of order) await putRule(ctx, draft.value.id, rule)
  await noteChange(ctx, draft.value, id, settingEvents.ruleMoved, move)
  return ok(order.find((rule) => rule.id === id)!)
}

/** The rule no longer stands in the draft; in earlier versions it stays readable. */
export async function closeRoutingRule(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string }, Refused>> {
  const draft = await draftToEdit(ctx, { begin: false })
  if (!draft.ok) return draft
  if (!(await rulesOf(ctx, draft.value.id)).some((rule) => rule.id === id)) return refuse('unknown')
  await deleteRule(ctx, draft.value.id, id)
  await noteChange(ctx, draft.value, id, settingEvents.ruleClosed)
  return ok({ id })
}

/** Who would get such a report, and why, by the rules in force or by the draft. Writes nothing. */
export async function tryRouting(
  ctx: Ctx,
  input: { category: string; place: PlaceChoice; draft?: boolean },
): Promise<Result<Routed, 'notAllowed' | 'unknown' | 'categoryUnknown'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const category = await categoryBy(ctx, input.category)
  if (!category) return refuse('categoryUnknown', { field: 'category' })
  if (!input.draft) return ok(await findUnit(ctx, category, input.place))
  const version = await draftVersion(ctx)
  return version ? ok(await findUnit(ctx, category, input.place, { version, rules: await rulesOf(ctx, version.id) })) : refuse('unknown')
}
