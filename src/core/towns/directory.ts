import type { Town } from '#platform/context.ts'
import type { Pool } from '#platform/db/pool.ts'
import { type TownRow, townOf } from './town.rules.ts'

/** All towns, kept in memory for some seconds: every request asks for one. */
export type Directory = {
  byHost(host: string): Promise<Town | undefined>
  bySlug(slug: string): Promise<Town | undefined>
  byId(id: string): Promise<Town | undefined>
  all(): Promise<Town[]>
  /** Names under which the town itself is reached. */
  hostsOf(id: string): Promise<readonly string[]>
  forget(): void
}

const KEEP_MS = 10_000

export function createDirectory(pool: Pool, clock: () => Date): Directory {
  let known: { rows: TownRow[]; at: number } | undefined
  let loading: Promise<TownRow[]> | undefined
  const load = async (): Promise<TownRow[]> => {
    const { rows } = await pool.query<TownRow>(
      `SELECT id, slug, name, land, locales, time_zone, colour, west, south, east, north, hosts, demo,
         CASE WHEN coat_of_arms LIKE 'file:%' THEN coat_of_arms ELSE left(md5(coat_of_arms), 10) END AS arms
       FROM core.town ORDER BY created_at, slug`,
    )
    return rows
  }
  const rows = async (): Promise<TownRow[]> => {
    if (known && clock().getTime() - known.at < KEEP_MS) return known.rows
    const mine = loading ?? load()
    loading = mine
    try {
      const found = await mine
      // Not when it was forgotten meanwhile: it may have been read before the change.
      if (loading === mine) known = { rows: found, at: clock().getTime() }
      return found
    } finally {
      if (loading === mine) loading = undefined
    }
  }
  const find = async (wanted: (row: TownRow) => boolean): Promise<Town | undefined> => {
    const row = (await rows()).find(wanted)
    return row && townOf(row)
  }
  return {
    byHost: (host) => find((row) => row.hosts.includes(host) || host === `${row.slug}.localhost`),
    bySlug: (slug) => find((row) => row.slug === slug),
    byId: (id) => find((row) => row.id === id),
    all: async () => (await rows()).map(townOf),
    hostsOf: async (id) => (await rows()).find((row) => row.id === id)?.hosts ?? [],
    forget: () => {
      known = undefined
      loading = undefined
    },
  }
}
