import type { Town } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'

export type TownRow = {
  id: string
  slug: string
  name: string
  land: string
  locales: string[]
  time_zone: string
  colour: string | null
  west: number | null
  south: number | null
  east: number | null
  north: number | null
  coat_of_arms: string | null
  hosts: string[]
  demo: boolean
}

/** A row as the value every request carries; base and origin are known only with the request. */
export const townOf = (row: TownRow): Town => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  land: row.land,
  locales: row.locales as Locale[],
  timeZone: row.time_zone,
  colour: row.colour ?? undefined,
  coatOfArmsUrl: row.coat_of_arms ? '/wappen.svg' : undefined,
  bounds: row.west === null ? undefined : [row.west, row.south!, row.east!, row.north!],
  demo: row.demo,
  base: '',
  origin: '',
})
