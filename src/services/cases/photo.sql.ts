import type { Ctx } from '#platform/context.ts'
import type { Audience, PhotoRole } from './case.rules.ts'

export async function insertPhotos(
  ctx: Ctx,
  caseId: string,
  fileIds: readonly string[],
  it: { role: PhotoRole; audience: Audience; eventId?: string | undefined },
): Promise<void> {
  if (fileIds.length === 0) return
  await ctx.db
    .insertInto('services.case_file')
    .values(
      fileIds.map((fileId, position) => ({
        tenant_id: ctx.town.id,
        case_id: caseId,
        file_id: fileId,
        role: it.role,
        audience: it.audience,
        event_id: it.eventId ?? null,
        position,
        at: ctx.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type PhotoRow = { caseId: string; fileId: string; role: PhotoRole; audience: Audience; at: Date; eventId: string | undefined }

export async function photoRows(ctx: Ctx, caseIds: readonly string[], audiences: readonly Audience[]): Promise<PhotoRow[]> {
  const rows = await ctx.db
    .selectFrom('services.case_file')
    .select(['case_id', 'file_id', 'role', 'audience', 'at', 'event_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('role', '!=', 'document')
    .where('audience', 'in', [...audiences])
    .orderBy('at')
    .orderBy('position')
    .limit(200 * Math.max(1, caseIds.length))
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    fileId: row.file_id,
    role: row.role as PhotoRole,
    audience: row.audience as Audience,
    at: row.at,
    eventId: row.event_id ?? undefined,
  }))
}

/** File of the first photo of a role that the public may see, by case: of a repair the newest, of the damage the oldest. */
export async function firstPhotoIds(ctx: Ctx, caseIds: readonly string[], role: PhotoRole): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.case_file')
    .distinctOn('case_id')
    .select(['case_id', 'file_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('role', '=', role)
    .where('audience', '=', 'public')
    .orderBy('case_id')
    .orderBy('at', role === 'after' ? 'desc' : 'asc')
    .orderBy('position')
    .execute()
  return new Map(rows.map((row) => [row.case_id, row.file_id]))
}

export const changeAudience = (ctx: Ctx, caseId: string, fileIds: readonly string[], audience: Audience) =>
  fileIds.length === 0
    ? undefined
    : ctx.db
        .updateTable('services.case_file')
        .set({ audience })
        .where('tenant_id', '=', ctx.town.id)
        .where('case_id', '=', caseId)
        .where('file_id', 'in', [...fileIds])
        .execute()

/** Another file takes a photo's place: role, audience, event and order stay. */
export const swapFile = (ctx: Ctx, caseId: string, from: string, to: string) =>
  ctx.db
    .updateTable('services.case_file')
    .set({ file_id: to })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('file_id', '=', from)
    .execute()
