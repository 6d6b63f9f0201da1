import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'
import type { Town } from '#platform/context.ts'
import { type Locale, locales } from '#platform/text.ts'
import { readable } from './contrast.rules.ts'

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
  /** Where the coat of arms is: `file:` with the id of a picture, or a fingerprint of the drawing in the row. */
  arms: string | null
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
  coatOfArmsUrl: armsUrl(row.arms),
  bounds: row.west === null ? undefined : [row.west, row.south!, row.east!, row.north!],
  demo: row.demo,
  base: '',
  origin: '',
})

/** The fingerprint in the address lets browsers keep a drawing until another one takes its place. */
const armsUrl = (arms: string | null): string | undefined =>
  arms === null ? undefined : arms.startsWith('file:') ? `/dateien/${arms.slice(5)}/small` : `/wappen.svg?v=${arms}`

/** ISO 3166-2:DE without `DE-`. */
export const laender = ['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const

const degree = (limit: number) => z.coerce.number().min(-limit).max(limit)
const bounds = { west: degree(180), south: degree(85), east: degree(180), north: degree(85) }
const upright = ({ west, south, east, north }: { west: number; south: number; east: number; north: number }) => west < east && south < north

const named = { name: z.string().trim().min(1).max(100), land: z.enum(laender) }

/** What a town's own administration changes. */
export const TownSettings = z
  .object({
    ...named,
    locales: z.array(z.enum(locales)).min(1),
    colour: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, 'towns.error.colour')
      .refine(readable, 'towns.error.contrast'),
    ...bounds,
  })
  .refine(upright, { path: ['north'], message: 'towns.error.bounds' })
export type TownSettings = z.output<typeof TownSettings>

/** Host names as a browser sends them, one a line or between commas. */
const Hosts = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(
        z.string().regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'towns.error.host'),
      )
      .max(20),
  )

/** What it takes to open a town. */
export const NewTown = z.object({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'towns.error.slug'),
  ...named,
  hosts: Hosts,
  /** Gets the invitation to administer it. */
  adminEmail: z.email().max(320).toLowerCase(),
})
export type NewTown = z.output<typeof NewTown>

export const HostsInput = z.object({ hosts: Hosts })

const fields = z.object({ fields: z.array(z.string()) })
export const TownCreated = defineEvent({ kind: 'town.created', audience: 'internal', data: z.object({ slug: z.string() }) })
export const TownChanged = defineEvent({ kind: 'town.changed', audience: 'internal', data: fields })
export const TownPageChanged = defineEvent({ kind: 'town.pageChanged', audience: 'internal', data: z.object({ page: z.string() }) })
