import type { Ctx } from '#platform/context.ts'
import { categories, categoryGroups } from '../catalogue.sql.ts'
import { closeCategory, saveCategory, saveGroup } from '../catalogue.verbs.ts'
import { type Category, CategoryInput } from '../category.rules.ts'
import { type How, madeCode, match, type Service } from './category.rules.ts'

export type Found = { service: Service; category: Category; how: How }

const GROUP = { code: 'import', name: { de: 'Übernommen', en: 'Taken over' }, icon: 'report' }

/** The category for a service; where none fits one is made that nobody can choose for new reports. */
export async function categoryFor(ctx: Ctx, service: Service, named: Readonly<Record<string, string>>): Promise<Found> {
  const found = match(service, await categories(ctx, { closed: true }), named)
  if (found) return { service, ...found }
  if (!(await categoryGroups(ctx)).some(({ code }) => code === GROUP.code)) await saveGroup(ctx, GROUP)
  const name = (service.name || service.code || GROUP.name.de).slice(0, 200)
  const made = await saveCategory(
    ctx,
    CategoryInput.parse({ code: madeCode(service), groupCode: GROUP.code, name: { de: name, en: name }, publish: 'atOnce' }),
  )
  if (!made.ok) throw new Error(`no category can be made for ${service.code}: ${made.refusal.code}`)
  const closed = await closeCategory(ctx, { id: made.value.id })
  if (!closed.ok) throw new Error(`the category for ${service.code} cannot be closed: ${closed.refusal.code}`)
  return { service, category: closed.value, how: 'made' }
}

/** Categories of a file that the town does not have. */
export async function unknownCodes(ctx: Ctx, named: Readonly<Record<string, string>>): Promise<string[]> {
  const known = new Set((await categories(ctx, { closed: true })).map(({ code }) => code))
  return [...new Set(Object.values(named))].filter((code) => !known.has(code))
}
