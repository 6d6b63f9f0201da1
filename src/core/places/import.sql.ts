import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

type Column = 'uuid' | 'text' | 'int' | 'float8' | 'jsonb'
type Value = string | number | null
export type Columns = Readonly<Record<string, readonly [Column, readonly Value[]]>>

/** So many that a statement has ended long before its time is over, also on a machine with much else to do. */
const AT_ONCE = 5_000

/**
 * Writes many rows of a town, each column as one array. A row with the same natural key keeps its id and gets the other values. Returns
 * nothing: ids are read back by `idsOf`.
 */
export async function upsertRows(ctx: Ctx, table: string, columns: Columns, key: readonly string[]): Promise<void> {
  const many = Math.max(...Object.values(columns).map(([, values]) => values.length))
  for (let from = 0; from < many; from += AT_ONCE) {
    const some = Object.entries(columns).map(([name, [type, values]]) => [name, [type, values.slice(from, from + AT_ONCE)]] as const)
    await upsertSome(ctx, table, Object.fromEntries(some), key)
  }
}

async function upsertSome(ctx: Ctx, table: string, columns: Columns, key: readonly string[]): Promise<void> {
  const names = Object.keys(columns)
  const arrays = Object.values(columns).map(([type, values]) => sql`${asArray(values)}::${sql.raw(type === 'jsonb' ? 'text' : type)}[]`)
  const picked = Object.entries(columns).map(([name, [type]]) =>
    type === 'jsonb' ? sql`n.${sql.ref(name)}::jsonb` : sql`n.${sql.ref(name)}`,
  )
  const kept = names.filter((name) => name !== 'id' && !key.includes(name))
  const change =
    kept.length > 0
      ? sql`DO UPDATE SET ${sql.join(kept.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`
      : sql`DO NOTHING`
  await sql`
    INSERT INTO ${sql.table(table)} (tenant_id, ${sql.join(names.map((name) => sql.ref(name)))})
    SELECT ${ctx.town.id}::uuid, ${sql.join(picked)}
    FROM unnest(${sql.join(arrays)}) AS n(${sql.join(names.map((name) => sql.ref(name)))})
    ON CONFLICT (tenant_id, ${sql.join(key.map((name) => sql.ref(name)))}) ${change}`.execute(ctx.db)
}

/** As the text of a PostgreSQL array: one parameter however many rows. */
const asArray = (values: readonly Value[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : typeof value === 'number' ? String(value) : `"${value.replace(/(["\\])/g, '\\$1')}"`)).join(',')}}`

export const emptyTable = (ctx: Ctx, table: 'core.street_piece' | 'core.place_name') =>
  ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.town.id).execute()

type Replaced = 'core.district' | 'core.street' | 'core.landmark' | 'core.asset'
/** Removes what the town has no longer. */
export const deleteOthers = (ctx: Ctx, table: Replaced | 'core.address' | 'core.crossing', keep: readonly string[]) =>
  sql`DELETE FROM ${sql.table(table)} t WHERE t.tenant_id = ${ctx.town.id}
      AND NOT EXISTS (SELECT FROM unnest(${asArray(keep)}::text[]) k WHERE k = ${sql.raw(naturalKey[table])})`.execute(ctx.db)

/** The natural key of each table as one text, as `idsOf` returns it. */
const naturalKey = {
  'core.district': 't.code',
  'core.street': "concat_ws('|', t.name, t.district_id)",
  'core.address': "concat_ws('|', t.street_id, t.number, t.suffix)",
  'core.crossing': "concat_ws('|', t.street_a_id, t.street_b_id, t.nth)",
  'core.landmark': "concat_ws('|', t.kind, t.name)",
  'core.asset': 't.number',
} as const

/** Id of each row by its natural key. */
export async function idsOf(ctx: Ctx, table: Replaced): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    SELECT ${sql.raw(naturalKey[table])} AS key, t.id FROM ${sql.table(table)} t WHERE t.tenant_id = ${ctx.town.id}`.execute(ctx.db)
  return new Map(rows.map(({ key, id }) => [key, id]))
}
