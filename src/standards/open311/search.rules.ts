import { DAY_MS } from '#platform/calendar/day.ts'
import type { CallError } from './error.rules.ts'

export const WINDOW_DAYS = 90
/** As many as one answer holds; with the extensions, which cost more, and in pages fewer. */
export const MOST = 1000
export const MOST_A_PAGE = 200
/** Further back one goes by dates, or by the cursor that the answer names. */
const MOST_SKIPPED = 10_000

/** What a search asks for; `ids` overrides everything else. */
export type Search = {
  ids: string[]
  services: string[]
  closed: boolean | undefined
  from: Date | undefined
  until: Date | undefined
  updatedAfter: Date | undefined
  bounds: [number, number, number, number] | undefined
  near: { lat: number; lon: number; metres: number } | undefined
  withPhoto: boolean
  text: string | undefined
  extensions: boolean
  page: { limit: number; skip: number; after: string | undefined }
}

/** Values of an argument that may be a list with commas, be repeated, or be empty, which counts as not given. */
export const listOf = (query: URLSearchParams, name: string): string[] => [
  ...new Set(
    query
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter(Boolean),
  ),
]

const oneOf = (query: URLSearchParams, name: string): string | undefined => query.get(name)?.trim() || undefined
const isYes = (value: string | undefined): boolean => value === 'true' || value === '1'

/** A moment in W3C form with seconds and zone; a plus sign may have become a blank on its way. */
export function momentOf(text: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+ -]\d\d:\d\d)$/.exec(text)
  if (!match) return undefined
  const [, year, month, day] = match
  // JavaScript takes 30 February for 1 March.
  const there = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (there.getUTCMonth() !== Number(month) - 1 || there.getUTCDate() !== Number(day)) return undefined
  const at = new Date(text.replace(' ', '+'))
  return Number.isNaN(at.getTime()) ? undefined : at
}

export type Window = { from: Date; until: Date | undefined }

/** The days that are searched: the last 90, or those that are named; with one end the other is 90 days away. */
export function windowOf({ start, end, now }: { start: string | undefined; end: string | undefined; now: Date }): Window | CallError {
  const [from, until] = [start, end].map((text) => (text === undefined ? undefined : (momentOf(text) ?? 'wrong')))
  if (from === 'wrong') return { name: 'date', facts: { field: 'start_date' } }
  if (until === 'wrong') return { name: 'date', facts: { field: 'end_date' } }
  if (!from && !until) return { from: new Date(now.getTime() - WINDOW_DAYS * DAY_MS), until: undefined }
  const begin = from ?? new Date((until as Date).getTime() - WINDOW_DAYS * DAY_MS)
  const finish = until ?? new Date(begin.getTime() + WINDOW_DAYS * DAY_MS)
  const span = finish.getTime() - begin.getTime()
  if (span < 0 || span > WINDOW_DAYS * DAY_MS) return { name: 'window', facts: { days: WINDOW_DAYS } }
  return { from: begin, until: finish }
}

/** A search, or everything that is wrong with it. */
export function readSearch(query: URLSearchParams, now: Date): { search: Search } | { errors: CallError[] } {
  const errors: CallError[] = []
  const window = windowOf({ start: oneOf(query, 'start_date'), end: oneOf(query, 'end_date'), now })
  if ('name' in window) errors.push(window)
  const status = listOf(query, 'status').map((word) => word.toLowerCase())
  if (status.some((word) => word !== 'open' && word !== 'closed')) errors.push({ name: 'status' })
  const updated = oneOf(query, 'updated_after')
  const updatedAfter = updated ? momentOf(updated) : undefined
  if (updated && !updatedAfter) errors.push({ name: 'date', facts: { field: 'updated_after' } })
  const area = areaOf(query)
  if ('name' in area) errors.push(area)
  const extensions = isYes(oneOf(query, 'extensions'))
  const page = pageOf(query, extensions)
  if ('name' in page) errors.push(page)
  const ids = listOf(query, 'service_request_id')
  // Whatever else is said is overridden, also what would be wrong.
  if (ids.length > 0) return { search: { ...nothing, ids: ids.slice(0, MOST), extensions } }
  if ('name' in window || 'name' in area || 'name' in page || errors.length > 0) return { errors }
  const open = new Set(status)
  return {
    search: {
      ids,
      services: listOf(query, 'service_code'),
      closed: open.size === 1 ? open.has('closed') : undefined,
      ...window,
      updatedAfter,
      ...area,
      withPhoto: isYes(oneOf(query, 'with_picture')),
      text: oneOf(query, 'q')?.slice(0, 200),
      extensions,
      page,
    },
  }
}

const nothing: Search = {
  ids: [],
  services: [],
  closed: undefined,
  from: undefined,
  until: undefined,
  updatedAfter: undefined,
  bounds: undefined,
  near: undefined,
  withPhoto: false,
  text: undefined,
  extensions: false,
  page: { limit: MOST, skip: 0, after: undefined },
}

const METRES_A_DEGREE = 111_195
const FURTHEST = 50_000
const wrongArea: CallError = { name: 'area', facts: { most: FURTHEST } }

/** `bbox=west,south,east,north`, or a circle by `lat`, `long` and `radius` in metres. */
function areaOf(query: URLSearchParams): Pick<Search, 'bounds' | 'near'> | CallError {
  const box = oneOf(query, 'bbox')
  if (box) {
    const sides = box.split(',').map(numberOf)
    const [west, south, east, north] = sides
    if (sides.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) return wrongArea
    const onGlobe = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90
    return onGlobe && west <= east && south <= north ? { bounds: [west, south, east, north], near: undefined } : wrongArea
  }
  const given = ['lat', 'long', 'radius'].map((name) => oneOf(query, name))
  if (given.every((value) => value === undefined)) return { bounds: undefined, near: undefined }
  const [lat, lon, metres] = given.map((value) => (value === undefined ? undefined : numberOf(value)))
  if (lat === undefined || lon === undefined || metres === undefined) return wrongArea
  if (Math.abs(lat) > 89 || Math.abs(lon) > 180 || metres <= 0 || metres > FURTHEST) return wrongArea
  const high = metres / METRES_A_DEGREE
  const wide = high / Math.cos((lat * Math.PI) / 180)
  return { bounds: [lon - wide, lat - high, lon + wide, lat + high], near: { lat, lon, metres } }
}

const numberOf = (text: string): number | undefined => (/^\s*-?\d{1,6}(\.\d{1,15})?\s*$/.test(text) ? Number(text) : undefined)

function pageOf(query: URLSearchParams, extensions: boolean): Search['page'] | CallError {
  const [page, size] = ['page', 'page_size'].map((name) => oneOf(query, name))
  const after = oneOf(query, 'after')
  if (after && !/^[\w-]{1,120}$/.test(after)) return { name: 'paging', facts: { most: MOST_A_PAGE } }
  if (page === undefined && size === undefined) return { limit: extensions || after ? MOST_A_PAGE : MOST, skip: 0, after }
  const [at, limit] = [page ?? '1', size ?? '50'].map((text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined))
  if (at === undefined || limit === undefined || limit > MOST_A_PAGE || (at - 1) * limit > MOST_SKIPPED)
    return { name: 'paging', facts: { most: MOST_A_PAGE } }
  return { limit, skip: after ? 0 : (at - 1) * limit, after }
}
