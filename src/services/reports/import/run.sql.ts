import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

export type ImportRun = {
  begunAt: Date
  /** Everything from this moment on is taken over. */
  reached: Date
  finishedAt: Date | undefined
  added: number
  changed: number
  same: number
}

const columns = ['begun_at as begunAt', 'reached', 'finished_at as finishedAt', 'added', 'changed', 'same'] as const

/** Begins an import, or goes on with one that was broken off. */
export async function beginRun(ctx: Ctx, source: string): Promise<ImportRun & { resumed: boolean }> {
  const before = await ctx.db
    .selectFrom('services.report_import')
    .select(columns)
    .where('tenant_id', '=', ctx.town.id)
    .where('source', '=', source)
    .forUpdate()
    .executeTakeFirst()
  if (before && !before.finishedAt) return { ...before, finishedAt: undefined, resumed: true }
  const fresh = { begun_at: ctx.now(), reached: ctx.now(), finished_at: null, added: 0, changed: 0, same: 0 }
  await ctx.db
    .insertInto('services.report_import')
    .values({ tenant_id: ctx.town.id, source, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doUpdateSet(fresh))
    .execute()
  return { begunAt: ctx.now(), reached: ctx.now(), finishedAt: undefined, added: 0, changed: 0, same: 0, resumed: false }
}

type Progress = { added?: number; changed?: number; same?: number; reached?: Date; finishedAt?: Date }

/** In the transaction of what it counts, so that a crash neither loses nor doubles any of it. */
export const noteRun = (ctx: Ctx, source: string, { added = 0, changed = 0, same = 0, reached, finishedAt }: Progress) =>
  ctx.db
    .updateTable('services.report_import')
    .set({
      added: sql<number>`added + ${added}`,
      changed: sql<number>`changed + ${changed}`,
      same: sql<number>`same + ${same}`,
      ...(reached ? { reached } : {}),
      ...(finishedAt ? { finished_at: finishedAt } : {}),
    })
    .where('tenant_id', '=', ctx.town.id)
    .where('source', '=', source)
    .execute()

export async function runOf(ctx: Ctx, source: string): Promise<ImportRun | undefined> {
  const row = await ctx.db
    .selectFrom('services.report_import')
    .select(columns)
    .where('tenant_id', '=', ctx.town.id)
    .where('source', '=', source)
    .executeTakeFirst()
  return row && { ...row, finishedAt: row.finishedAt ?? undefined }
}
