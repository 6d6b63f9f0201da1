import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { unitBy } from '../cases/index.ts'
import { categories, categoryBy, categoryGroups, deleteGroup, putCategory, putGroup } from './catalogue.sql.ts'
import type { Category, CategoryGroup, CategoryInput, GroupInput } from './category.rules.ts'
import { moved } from './order.rules.ts'
import { settingEvents } from './report.events.ts'

type Refused = 'notAllowed' | 'unknown'

export const mayConfigure = (ctx: Ctx): boolean => may(ctx, 'report.configure')

/** One event for a change of the settings, and new forms for everybody. */
export async function noteSetting(
  ctx: Ctx,
  event: (typeof settingEvents)[keyof typeof settingEvents],
  about: { type: string; id: string },
  data: { code?: string; move?: string; number?: number; day?: string },
): Promise<void> {
  await record(ctx, event, { about: [about], data })
  announce(ctx, ['report', 'catalogue'])
}

const about = (category: Category) => ({ type: 'reportCategory', id: category.id })

/** Creates (without id) or changes a category. The code of one that exists stays. */
export async function saveCategory(
  ctx: Ctx,
  { id, ...input }: CategoryInput & { id?: string | undefined },
): Promise<Result<Category, Refused | 'codeTaken' | 'groupUnknown' | 'unitUnknown'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const known = id ? await categoryBy(ctx, id) : undefined
  if (id && !known) return refuse('unknown')
  if (!(await categoryGroups(ctx)).some(({ code }) => code === input.groupCode)) return refuse('groupUnknown', { field: 'groupCode' })
  if (input.unitId && !(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  const inGroup = (await categories(ctx, { closed: true })).filter(({ groupCode }) => groupCode === input.groupCode)
  const category: Category = {
    ...input,
    id: known?.id ?? newId(ctx.now().getTime()),
    code: known?.code ?? input.code,
    hint: input.hint.de && input.hint.en ? input.hint : undefined,
    danger: input.danger,
    unitId: input.unitId,
    position: known && known.groupCode === input.groupCode ? known.position : inGroup.length,
    closedAt: known?.closedAt,
  }
  if (!(await putCategory(ctx, category))) return refuse('codeTaken', { field: 'code' })
  await noteSetting(ctx, settingEvents.categorySaved, about(category), { code: category.code })
  return ok(category)
}

/** No new reports in it; the old ones keep it. `open: true` takes that back. */
export async function closeCategory(ctx: Ctx, { id, open = false }: { id: string; open?: boolean }): Promise<Result<Category, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const known = await categoryBy(ctx, id)
  if (!known) return refuse('unknown')
  const category = { ...known, closedAt: open ? undefined : (known.closedAt ?? ctx.now()) }
  await putCategory(ctx, category)
  const event = open ? settingEvents.categoryOpened : settingEvents.categoryClosed
  await noteSetting(ctx, event, about(category), { code: category.code })
  return ok(category)
}

/** One place up or down within its group. */
export async function orderCategory(ctx: Ctx, { id, move }: { id: string; move: 'up' | 'down' }): Promise<Result<Category, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const all = await categories(ctx, { closed: true })
  const known = all.find((one) => one.id === id)
  const order =
    known &&
    moved(
      all.filter(({ groupCode }) => groupCode === known.groupCode),
      (one) => one.id === id,
      move,
    )
  if (!known || !order) return refuse('unknown')
  for (const one of order) await putCategory(ctx, one)
  await noteSetting(ctx, settingEvents.categoryMoved, about(known), { code: known.code, move })
  return ok(order.find((one) => one.id === id)!)
}

export async function saveGroup(ctx: Ctx, input: GroupInput): Promise<Result<CategoryGroup, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const groups = await categoryGroups(ctx)
  const group = { ...input, position: groups.find(({ code }) => code === input.code)?.position ?? groups.length }
  await putGroup(ctx, group)
  await noteSetting(ctx, settingEvents.groupSaved, { type: 'town', id: ctx.town.id }, { code: group.code })
  return ok(group)
}

/** Removes an empty group. */
export async function removeGroup(ctx: Ctx, { code }: { code: string }): Promise<Result<{ code: string }, Refused | 'groupInUse'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  if (!(await categoryGroups(ctx)).some((group) => group.code === code)) return refuse('unknown')
  if ((await categories(ctx, { closed: true })).some(({ groupCode }) => groupCode === code)) return refuse('groupInUse')
  await deleteGroup(ctx, code)
  await noteSetting(ctx, settingEvents.groupRemoved, { type: 'town', id: ctx.town.id }, { code })
  return ok({ code })
}

export async function orderGroup(ctx: Ctx, { code, move }: { code: string; move: 'up' | 'down' }): Promise<Result<CategoryGroup, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const order = moved(await categoryGroups(ctx), (group) => group.code === code, move)
  if (!order) return refuse('unknown')
  for (const group of order) await putGroup(ctx, group)
  await noteSetting(ctx, settingEvents.groupMoved, { type: 'town', id: ctx.town.id }, { code, move })
  return ok(order.find((group) => group.code === code)!)
}
