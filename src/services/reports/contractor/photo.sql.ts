import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { taskEvents } from './task.events.ts'
import type { Task } from './task.rules.ts'

/** Photos that came when the firm said that this task was done and that nobody has taken over yet, in the firm's order. */
export async function photosOfTask(ctx: Ctx, { id, caseId }: Pick<Task, 'id' | 'caseId'>): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.case_file as f')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 'f.tenant_id').onRef('e.id', '=', 'f.event_id'))
    .select('f.file_id')
    .where('f.tenant_id', '=', ctx.town.id)
    .where('f.case_id', '=', caseId)
    .where('f.role', '=', 'after')
    .where('e.kind', '=', taskEvents.closed.kind)
    .where(sql<string>`e.data->>'taskId'`, '=', id)
    .orderBy('f.position')
    .execute()
  return rows.map(({ file_id }) => file_id)
}

/** Taken off the report, so that they can come back with its last step. */
export const takePhotos = (ctx: Ctx, caseId: string, fileIds: readonly string[]) =>
  ctx.db
    .deleteFrom('services.case_file')
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('file_id', 'in', [...fileIds])
    .execute()
