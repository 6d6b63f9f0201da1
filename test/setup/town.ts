import type { Pool } from 'pg'
import { type Actor, type Ctx, system, type Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { useKeys } from '#platform/keys.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'

useKeys(() => Buffer.alloc(32, 1))

/** A moment on a working day, so that no test depends on when it runs: Thursday 7 May 2026, 09:20 in Berlin. */
export const thursday: Date = new Date('2026-05-07T07:20:00Z')

/** Makes a town and returns it. The default host is `{slug}.test`. */
export async function makeTown(pool: Pool, slug = 'neustadt', hosts: string[] = [`${slug}.test`]): Promise<Town> {
  const town: Town = {
    id: newId(),
    slug,
    name: slug[0]!.toUpperCase() + slug.slice(1),
    land: 'BY',
    locales: ['de', 'en'],
    timeZone: 'Europe/Berlin',
    colour: undefined,
    coatOfArmsUrl: undefined,
    bounds: [11, 49, 11.1, 49.1],
    demo: false,
    base: '',
    origin: `http://${slug}.test`,
  }
  await pool.query(
    'INSERT INTO core.town (id, slug, name, land, west, south, east, north, hosts, created_at) VALUES ($1, $2, $3, $4, 11, 49, 11.1, 49.1, $5, $6)',
    [town.id, slug, town.name, town.land, hosts, thursday],
  )
  return town
}

export type Doing = { town: Town; actor?: Actor; now?: Date; readOnly?: boolean; locale?: 'de' | 'en' }

/** Runs `work` in a transaction of the town, as a request would. The system acts unless an actor is named. */
export const doing = <T>(
  pool: Pool,
  { town, actor = system, now = thursday, readOnly = false, locale = 'de' }: Doing,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> => inContext({ pool, log: quietLog, clock: () => now }, { town, actor, readOnly, locale }, work)
