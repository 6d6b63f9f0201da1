import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Definition, DefinitionKind, Version } from './definition.rules.ts'

type Row = {
  id: string
  key: string
  name_de: string
  name_en: string
  draft: unknown
  revision: number
  changed_at: Date
  changed_by: string | null
  undoable: boolean
  asked_at: Date | null
  asked_by: string | null
  asked_revision: number | null
  returned_at: Date | null
  returned_by: string | null
  returned_reason: string | null
}
type VersionRow = {
  id: string
  number: number
  content: unknown
  published_at: Date
  published_by: string | null
  retired_at: Date | null
}

const table = (kind: DefinitionKind) => sql.table(`services.${kind}`)
const versions = (kind: DefinitionKind) => sql.table(`services.${kind}_version`)
const owner = (kind: DefinitionKind) => sql.ref(`${kind}_id`)

const definitionOf = (row: Row): Definition => ({
  id: row.id,
  key: row.key,
  name: { de: row.name_de, en: row.name_en },
  draft: row.draft,
  revision: row.revision,
  changedAt: row.changed_at,
  changedBy: row.changed_by ?? undefined,
  undoable: row.undoable,
  review: {
    asked: row.asked_at ? { at: row.asked_at, by: row.asked_by ?? undefined, revision: row.asked_revision ?? 0 } : undefined,
    returned: row.returned_at ? { at: row.returned_at, by: row.returned_by ?? undefined, reason: row.returned_reason ?? '' } : undefined,
  },
})

const versionOf = (row: VersionRow): Version => ({
  id: row.id,
  number: row.number,
  content: row.content,
  publishedAt: row.published_at,
  publishedBy: row.published_by ?? undefined,
  retiredAt: row.retired_at ?? undefined,
})

const facts = sql`id, key, name_de, name_en, draft, revision, changed_at, changed_by, earlier IS NOT NULL AS undoable,
  asked_at, asked_by, asked_revision, returned_at, returned_by, returned_reason`

/** By its key, held until the end of the transaction where it is to be changed. */
export async function definitionBy(ctx: Ctx, kind: DefinitionKind, key: string, { hold = false } = {}): Promise<Definition | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${facts} FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND key = ${key} ${hold ? sql`FOR UPDATE` : sql``}`.execute(ctx.db)
  return rows[0] && definitionOf(rows[0])
}

export async function definitionById(ctx: Ctx, kind: DefinitionKind, id: string, { hold = false } = {}): Promise<Definition | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${facts} FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND id = ${id} ${hold ? sql`FOR UPDATE` : sql``}`.execute(ctx.db)
  return rows[0] && definitionOf(rows[0])
}

/** The draft as it was before its last change. */
export async function earlierDraft(ctx: Ctx, kind: DefinitionKind, id: string): Promise<unknown> {
  const { rows } = await sql<{ earlier: unknown }>`
    SELECT earlier FROM ${table(kind)} WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)
  return rows[0]?.earlier ?? undefined
}

/** False if the key was taken meanwhile. */
export async function insertDefinition(
  ctx: Ctx,
  kind: DefinitionKind,
  it: Pick<Definition, 'id' | 'key' | 'name' | 'draft'>,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO ${table(kind)} (tenant_id, id, key, name_de, name_en, draft, changed_at, changed_by)
    VALUES (${ctx.town.id}, ${it.id}, ${it.key}, ${it.name.de}, ${it.name.en}, ${JSON.stringify(it.draft)}, ${ctx.now()}, ${ctx.actor.personId ?? null})
    ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id`.execute(ctx.db)
  return rows.length > 0
}

/** What was the draft is kept, for one step back. */
export const changeDefinition = (ctx: Ctx, kind: DefinitionKind, it: Pick<Definition, 'id' | 'name' | 'draft'>) =>
  sql`
    UPDATE ${table(kind)} SET name_de = ${it.name.de}, name_en = ${it.name.en}, draft = ${JSON.stringify(it.draft)}, earlier = draft,
      revision = revision + 1, changed_at = ${ctx.now()}, changed_by = ${ctx.actor.personId ?? null}
    WHERE tenant_id = ${ctx.town.id} AND id = ${it.id}`.execute(ctx.db)

/** Ends the version in force. */
export const retireVersion = (ctx: Ctx, kind: DefinitionKind, id: string) =>
  sql`UPDATE ${versions(kind)} SET retired_at = ${ctx.now()}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} AND retired_at IS NULL`.execute(ctx.db)

/** The next version, in force from now on. */
export async function insertVersion(
  ctx: Ctx,
  kind: DefinitionKind,
  { id, content, hash, by }: { id: string; content: unknown; hash: Buffer; by: string | undefined },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    INSERT INTO ${versions(kind)} (tenant_id, ${owner(kind)}, number, content, content_hash, published_at, published_by)
    SELECT ${ctx.town.id}, ${id}, coalesce(max(number), 0) + 1, ${JSON.stringify(content)}::jsonb, ${hash}::bytea, ${ctx.now()}::timestamptz, ${by ?? null}::uuid
    FROM ${versions(kind)} WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id}
    RETURNING number`.execute(ctx.db)
  return rows[0]!.number
}

const columns = (kind: DefinitionKind) => sql`${owner(kind)} AS id, number, content, published_at, published_by, retired_at`

/** The version for what begins now. */
export async function versionInForce(ctx: Ctx, kind: DefinitionKind, id: string): Promise<Version | undefined> {
  const { rows } = await sql<VersionRow>`SELECT ${columns(kind)} FROM ${versions(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} AND retired_at IS NULL`.execute(ctx.db)
  return rows[0] && versionOf(rows[0])
}

/** The version that something began with. */
export async function versionBy(ctx: Ctx, kind: DefinitionKind, id: string, number: number): Promise<Version | undefined> {
  const { rows } = await sql<VersionRow>`SELECT ${columns(kind)} FROM ${versions(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} AND number = ${number}`.execute(ctx.db)
  return rows[0] && versionOf(rows[0])
}

/** So many are listed; no town has more. */
const MOST = 500

/** All of a kind by their names, with the version in force. */
export async function definitionsOf(ctx: Ctx, kind: DefinitionKind): Promise<(Definition & { inForce: Version | undefined })[]> {
  const { rows } = await sql<Row & Omit<VersionRow, 'number' | 'published_at'> & { number: number | null; published_at: Date | null }>`
    SELECT d.id, d.key, d.name_de, d.name_en, d.draft, d.revision, d.changed_at, d.changed_by, d.earlier IS NOT NULL AS undoable,
      d.asked_at, d.asked_by, d.asked_revision, d.returned_at, d.returned_by, d.returned_reason,
      v.number, v.content, v.published_at, v.published_by, v.retired_at
    FROM ${table(kind)} d
    LEFT JOIN ${versions(kind)} v ON v.tenant_id = d.tenant_id AND v.${owner(kind)} = d.id AND v.retired_at IS NULL
    WHERE d.tenant_id = ${ctx.town.id} ORDER BY d.name_de, d.id LIMIT ${MOST}`.execute(ctx.db)
  return rows.map((row) => ({
    ...definitionOf(row),
    inForce:
      row.number === null || row.published_at === null
        ? undefined
        : versionOf({ ...row, number: row.number, published_at: row.published_at }),
  }))
}

/** The newest first. */
export async function versionsOf(ctx: Ctx, kind: DefinitionKind, id: string): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`SELECT ${columns(kind)} FROM ${versions(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} ORDER BY number DESC LIMIT ${MOST}`.execute(ctx.db)
  return rows.map(versionOf)
}
