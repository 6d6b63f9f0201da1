import { createHash } from 'node:crypto'
import type { Town } from '#platform/context.ts'

/** A report as another system tells of it. */
export type Foreign = {
  /** Its number there. */
  id: string
  serviceCode: string
  serviceName: string
  text: string
  /** Words for the place; empty where there are none. */
  address: string
  lat: number | undefined
  lon: number | undefined
  sentAt: Date | undefined
  /** When its status changed last; of a closed one, when it was closed. */
  changedAt: Date | undefined
  expectedAt: Date | undefined
  outcome: 'open' | 'done' | 'ended'
  /** What the town said last, to everybody. */
  word: string
  photoUrl: string | undefined
}

export type Refused = 'noNumber' | 'noDate' | 'inFuture' | 'noPlace' | 'outsideTown' | 'noClosingDate' | 'closedBeforeSent' | 'noText'
/** Also what is refused only because of what happened here. */
export type NotTaken = Refused | 'changedHere' | 'unreadable'

/** A clock may be a little fast. */
const TOLERANCE_MS = 5 * 60_000

/**
 * Why a report cannot be taken over; undefined where it can. A closed one without the day of its end would count as done in no time, so it
 * is left out rather than guessed.
 */
export function refusalOf(
  { id, sentAt, changedAt, lat, lon, outcome, text, serviceName }: Foreign,
  { bounds }: Pick<Town, 'bounds'>,
  now: Date,
): Refused | undefined {
  if (id === '') return 'noNumber'
  if (!sentAt) return 'noDate'
  if (sentAt.getTime() > now.getTime() + TOLERANCE_MS) return 'inFuture'
  if (lat === undefined || lon === undefined || (lat === 0 && lon === 0) || Math.abs(lat) > 90 || Math.abs(lon) > 180) return 'noPlace'
  if (bounds && (lon < bounds[0] || lon > bounds[2] || lat < bounds[1] || lat > bounds[3])) return 'outsideTown'
  if (text === '' && serviceName === '') return 'noText'
  if (outcome === 'open') return undefined
  if (!changedAt) return 'noClosingDate'
  return changedAt < sentAt ? 'closedBeforeSent' : undefined
}

/** Of everything that is taken over: the same as long as the other system says the same. */
export const digestOf = ({ photoUrl, ...rest }: Foreign): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([rest, photoUrl ?? null]))
    .digest()

export type Taken = { added: number; changed: number; same: number; refused: Map<string, NotTaken> }
