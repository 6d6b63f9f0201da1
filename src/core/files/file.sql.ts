import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Audience, FileKind, FileState, StoredFile, Subject, Taken, Variant } from './file.rules.ts'
import type { Owner } from './owner.ts'

export type FileRow = StoredFile & {
  key: string
  owner: Owner
  attached: Subject | undefined
  taken: Taken | undefined
  takenAt: Date | undefined
  sha256: Buffer
}

const columns = [
  'id',
  'key',
  'name',
  'type',
  'kind',
  'size',
  'sha256',
  'state',
  'variants',
  'taken_lat',
  'taken_lon',
  'taken_accuracy',
  'taken_direction',
  'taken_at',
  'owner_account_id',
  'owner_hash',
  'attached_type',
  'attached_id',
  'audience',
  'created_at',
] as const

const select = (ctx: Ctx) => ctx.db.selectFrom('core.file').select(columns).where('tenant_id', '=', ctx.town.id)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

// The checks of the table allow no other words than these types.
const fileOf = (row: Row): FileRow => ({
  id: row.id,
  key: row.key,
  name: row.name,
  type: row.type,
  kind: row.kind as FileKind,
  size: row.size,
  sha256: row.sha256,
  state: row.state as FileState,
  variants: row.variants as unknown as Variant[],
  audience: (row.audience ?? undefined) as Audience | undefined,
  createdAt: row.created_at,
  owner: { accountId: row.owner_account_id ?? undefined, hash: row.owner_hash ?? undefined },
  attached: row.attached_type && row.attached_id ? { type: row.attached_type, id: row.attached_id } : undefined,
  taken:
    row.taken_lat === null || row.taken_lon === null
      ? undefined
      : {
          lat: row.taken_lat,
          lon: row.taken_lon,
          ...(row.taken_accuracy === null ? {} : { accuracy: row.taken_accuracy }),
          ...(row.taken_direction === null ? {} : { direction: row.taken_direction }),
        },
  takenAt: row.taken_at ?? undefined,
})

export type NewFile = {
  id: string
  key: string
  name: string
  type: string
  kind: FileKind
  size: number
  sha256: Buffer
  state: FileState
  variants: readonly Variant[]
  taken: Taken | undefined
  takenAt: Date | undefined
  owner: Owner
}

/** False when the id is there already: somebody finished the same upload. */
export async function insertFile(ctx: Ctx, file: NewFile): Promise<boolean> {
  const row = await ctx.db
    .insertInto('core.file')
    .values({
      tenant_id: ctx.town.id,
      id: file.id,
      key: file.key,
      name: file.name,
      type: file.type,
      kind: file.kind,
      size: file.size,
      sha256: file.sha256,
      state: file.state,
      variants: JSON.stringify(file.variants),
      taken_lat: file.taken?.lat ?? null,
      taken_lon: file.taken?.lon ?? null,
      taken_accuracy: file.taken?.accuracy ?? null,
      taken_direction: file.taken?.direction ?? null,
      taken_at: file.takenAt ?? null,
      owner_account_id: file.owner.accountId ?? null,
      owner_hash: file.owner.hash ?? null,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function fileById(ctx: Ctx, id: string): Promise<FileRow | undefined> {
  const row = await select(ctx).where('id', '=', id).executeTakeFirst()
  return row && fileOf(row)
}

/** Locked until the transaction ends, in the order of `ids`; missing ones are left out. */
export async function lockFiles(ctx: Ctx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await select(ctx)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(fileOf))
}

export async function filesById(ctx: Ctx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await select(ctx)
    .where('id', 'in', [...ids])
    .execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(fileOf))
}

export const setState = (ctx: Ctx, id: string, state: FileState) =>
  ctx.db.updateTable('core.file').set({ state }).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export async function attachFile(ctx: Ctx, id: string, to: Subject & { audience: Audience }, position: number): Promise<void> {
  await ctx.db
    .updateTable('core.file')
    .set({ attached_type: to.type, attached_id: to.id, audience: to.audience, position })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()
}

/** How many files a subject has. */
export async function countAttached(ctx: Ctx, to: Subject): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('core.file')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('attached_type', '=', to.type)
    .where('attached_id', '=', to.id)
    .executeTakeFirstOrThrow()
  return n
}

/** Files of many subjects of one type, by the id of the subject, in the order they were attached. */
export async function attachedTo(ctx: Ctx, type: string, ids: readonly string[]): Promise<Map<string, FileRow[]>> {
  const found = new Map<string, FileRow[]>()
  if (ids.length === 0) return found
  const rows = await select(ctx)
    .where('attached_type', '=', type)
    .where('attached_id', 'in', [...ids])
    .orderBy('position')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    if (!row.attached_id) continue
    const list = found.get(row.attached_id) ?? []
    list.push(fileOf(row))
    found.set(row.attached_id, list)
  }
  return found
}

/** Takes files off what they belong to: as if they had been uploaded just now and not been used. */
export const detachFiles = (ctx: Ctx, ids: readonly string[]) =>
  ctx.db
    .updateTable('core.file')
    .set({ attached_type: null, attached_id: null, audience: null, created_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .execute()

export const changeAudience = (ctx: Ctx, ids: readonly string[], audience: Audience) =>
  ctx.db
    .updateTable('core.file')
    .set({ audience })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .execute()

/** Removes rows and returns the keys of what now lies in the store without one. */
export async function deleteFiles(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .deleteFrom('core.file')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Files that belong to nothing since before `before`. */
export async function unattachedBefore(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.file')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('attached_id', 'is', null)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

/** Counts towards the quota of a day and says how much there is now. */
export async function countQuota(ctx: Ctx, who: Buffer, files: number, bytes: number): Promise<{ files: number; bytes: number }> {
  return await ctx.db
    .insertInto('core.upload_quota')
    .values({ tenant_id: ctx.town.id, day: dayOf(ctx), who, files, bytes })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'day', 'who']).doUpdateSet({
        files: sql<number>`core.upload_quota.files + excluded.files`,
        bytes: sql<number>`core.upload_quota.bytes + excluded.bytes`,
      }),
    )
    .returning(['files', 'bytes'])
    .executeTakeFirstOrThrow()
}

export const forgetQuotas = (ctx: Ctx) =>
  ctx.db.deleteFrom('core.upload_quota').where('tenant_id', '=', ctx.town.id).where('day', '<', dayOf(ctx)).execute()

const dayOf = (ctx: Ctx): string => ctx.now().toISOString().slice(0, 10)
