import { z } from 'zod'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Foreign } from '#services/reports/index.ts'

const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).replaceAll('\u0000', '').trim()))
/** Years in which a report can have been sent or is to be done. Systems write 1900, the year 1 or 9999 where they know no day. */
const YEARS = { from: new Date('1970-01-02T00:00:00Z'), until: new Date('2200-01-01T00:00:00Z') }
const moment = word.transform((value) => {
  const at = new Date(value)
  return value !== '' && at >= YEARS.from && at < YEARS.until ? at : undefined
})
const degrees = word.transform((value) => (value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value)))

/** GeoReport v2, section GET Service Requests; fields may be missing, and numbers may be texts. */
const Request = z.object({
  service_request_id: word,
  status: word,
  status_notes: word,
  service_name: word,
  service_code: word,
  description: word,
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment,
  address: word,
  lat: degrees,
  long: degrees,
  media_url: word,
  // Words of CitySDK and of our own kind, where the other system has them.
  extended_attributes: z.object({ detailed_status: word, stage: word }).partial().nullish().catch(undefined),
})

/** A report as the other system tells of it; undefined for what is none. */
export function foreignOf(raw: unknown): Foreign | undefined {
  const read = Request.safeParse(raw)
  if (!read.success) return undefined
  const { data } = read
  const turnedDown = data.extended_attributes?.detailed_status?.toUpperCase() === 'REJECTED' || data.extended_attributes?.stage === 'ended'
  return {
    id: data.service_request_id.slice(0, 200),
    serviceCode: data.service_code.slice(0, 200),
    serviceName: data.service_name.slice(0, 200),
    text: data.description,
    address: data.address,
    lat: data.lat,
    lon: data.long,
    sentAt: data.requested_datetime,
    changedAt: data.updated_datetime,
    expectedAt: data.expected_datetime,
    outcome: data.status.toLowerCase() === 'closed' ? (turnedDown ? 'ended' : 'done') : 'open',
    word: data.status_notes,
    photoUrl: /^https?:\/\//.test(data.media_url) ? data.media_url.slice(0, 2000) : undefined,
  }
}

/** Servers answer for 90 days at most; a day less, so that no rounding makes it more. */
export const WINDOW_DAYS = 89

/** After so many windows without a report nothing older is looked for: more than two years. */
export const EMPTY_WINDOWS = 9

export type Window = { from: Date; until: Date }

/** The window before a moment. */
export const windowBefore = (until: Date): Window => ({ from: new Date(until.getTime() - WINDOW_DAYS * DAY_MS), until })

/** Whether a moment lies in a window, to the second. */
export const isIn = (at: Date | undefined, { from, until }: Window): boolean =>
  at !== undefined && at.getTime() >= from.getTime() - 1_000 && at.getTime() <= until.getTime() + 1_000

/** Both halves, the newer one first; undefined for a window that is too short to be cut. */
export function halvesOf({ from, until }: Window): [Window, Window] | undefined {
  const span = until.getTime() - from.getTime()
  if (span < 2_000) return undefined
  const middle = new Date(from.getTime() + Math.floor(span / 2_000) * 1_000)
  return [
    { from: middle, until },
    { from, until: middle },
  ]
}

/** W3C date and time, to the second and in UTC. */
export const dateTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z')
