import type { Subject } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

/** What each transaction has noted already: several events of one case need one note. */
const noted = new WeakMap<Ctx['outgoing'], Set<string>>()

/** These cases are others than when their figures were made: they are made anew soon. With this transaction, so that none is forgotten. */
export async function noteChange(ctx: Ctx, subjects: readonly Subject[]): Promise<void> {
  const before = noted.get(ctx.outgoing) ?? new Set()
  const cases = subjects.filter(({ type, id }) => type === 'case' && !before.has(id))
  if (cases.length === 0) return
  noted.set(ctx.outgoing, new Set([...before, ...cases.map(({ id }) => id)]))
  await ctx.db
    .insertInto('services.case_change')
    .values(cases.map(({ id }) => ({ tenant_id: ctx.town.id, id: newId(), case_id: id })))
    .execute()
}
