import type { Town } from '#platform/context.ts'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { addressesIn } from './crawl.ts'
import type { KnownAddresses } from './known-addresses.ts'
import { PLANTED, townColumns } from './planted.ts'
import type { WholeTowns } from './whole-towns.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What the large town has and the small one has not. */
export type Foreign = {
  /** Every kind of value: ids, numbers, codes, keys, secrets of links. */
  values: readonly string[]
  /** Values by the table and column they stand in, so that rare kinds are not lost among the many. */
  kinds: readonly (readonly string[])[]
  /** The same without the planted word. */
  unplanted: readonly (readonly string[])[]
  /** Whole addresses: pages, signed pictures, feeds, links of mails. */
  addresses: readonly string[]
  known: KnownAddresses
  /** Addresses and forms of the own town, to put foreign values into. */
  own: KnownAddresses
  idsIn(text: string): string[]
  /** Whether it is in the other town alone. */
  isForeign(value: string): boolean
}

const PER_COLUMN = 60

export async function elsewhere(program: WholeTowns): Promise<Foreign> {
  const admin = createPool(program.adminUrl, { max: 1, log: quietLog, statementTimeout: 60_000 })
  const kinds: string[][] = []
  const ids = new Set<string>()
  const ownIds = new Set<string>()
  const ownTexts = new Set<string>()
  const links: string[] = []
  for (const { table, column, type } of await townColumns(admin)) {
    if (!/^(uuid|text|jsonb|text\[\])$/.test(type)) continue
    const values = async (town: string, limit: string): Promise<string[]> => {
      const sql = `SELECT DISTINCT "${column}"::text AS value FROM ${table} WHERE tenant_id = $1 AND "${column}" IS NOT NULL ${limit}`
      return (await admin.query<{ value: string }>(sql, [town])).rows.map(({ value }) => value)
    }
    const all = await values(program.large.id, type === 'uuid' ? '' : 'LIMIT 2000')
    if (type === 'uuid') {
      for (const id of all) ids.add(id)
      for (const id of await values(program.small.id, '')) ownIds.add(id)
    }
    for (const text of all) links.push(...addressesIn(text, program.large.origin))
    const short = all.filter((value) => /^[\w.~:@-]{4,80}$/.test(value) && /[\d@_-]/.test(value))
    const own = new Set(type === 'text' ? await values(program.small.id, 'LIMIT 20000') : [])
    for (const value of own) ownTexts.add(value)
    const kind = short.filter((value) => !own.has(value)).slice(0, PER_COLUMN)
    if (kind.length > 0) kinds.push(kind)
  }
  await admin.end()
  for (const id of ownIds) ids.delete(id)
  const { large: known, small: own } = program.known
  const ownValues = new Set(own.all)
  // Two towns may both have a lamp L-10010.
  const inPages = known.all.filter((value) => !ownValues.has(value) && !ownTexts.has(value) && /\d/.test(value))
  if (inPages.length > 0) kinds.push(inPages)
  const filtered = kinds.map((kind) => kind.filter((value) => !ownIds.has(value))).filter((kind) => kind.length > 0)
  const planted = new RegExp(PLANTED, 'i')
  const unplanted = filtered.map((kind) => kind.filter((value) => !planted.test(value))).filter((kind) => kind.length > 0)
  filtered.push([PLANTED, PLANTED.toLowerCase()])
  const all = new Set(filtered.flat())
  return {
    values: filtered.flat(),
    kinds: filtered,
    unplanted,
    // By a path that names the other town one is in that town, and reads what everybody reads there.
    addresses: [...new Set([...program.found.large.get, ...links])].filter(
      (address) => /\d|=/.test(address) && !address.startsWith(`/t/${program.large.slug}/`),
    ),
    known,
    own,
    isForeign: (value) => all.has(value) || (value.match(UUID) ?? []).some((id) => ids.has(id)),
    idsIn: (text) => (text.match(UUID) ?? []).filter((id) => ids.has(id)),
  }
}

/** Whether anything in the town holds these words: an id or a text that a form has sent there. */
export async function isWrittenIn(program: WholeTowns, town: Town, words: string): Promise<boolean> {
  const admin = createPool(program.adminUrl, { max: 1, log: quietLog, statementTimeout: 60_000 })
  try {
    for (const table of new Set((await townColumns(admin)).map((column) => column.table))) {
      const { rowCount } = await admin.query(`SELECT FROM ${table} t WHERE tenant_id = $1 AND strpos(t::text, $2) > 0 LIMIT 1`, [
        town.id,
        words,
      ])
      if (rowCount) return true
    }
    return false
  } finally {
    await admin.end()
  }
}
