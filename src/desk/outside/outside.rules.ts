import type { ReportState, ReportVerb } from '#services/reports/index.ts'
import { metres, tourOf } from '../tours/index.ts'

type Point = { lat: number; lon: number }
type Ordered = Point & { dueAt: Date; placeLabel: string }

export const orders = ['nah', 'tour', 'faellig', 'strasse'] as const
export type Order = (typeof orders)[number]

/** States in which somebody has to go there; what waits for others or for the control centre has not. */
export const outsideStates: readonly ReportState[] = ['assigned', 'accepted', 'planned', 'inWork', 'reopened']

/** Steps that can be taken on the spot; planning, handing out and routing are done at a desk. */
export const outsideSteps: readonly ReportVerb[] = ['accept', 'start', 'finish', 'ask', 'handOn', 'end']

/** After these there is nothing left to do here: the next one comes. */
export const leaves = (verb: ReportVerb | undefined): boolean => verb === 'finish' || verb === 'end' || verb === 'handOn'

/** A tour of one day, as the tours to print. */
export const MOST_ON_TOUR = 50

/**
 * The stops in the order asked for. Near needs a position, and is by due date without one. A tour begins at the position, or with what is
 * due first, and takes in what stands first: the 50 nearest, or the 50 most urgent.
 */
export function inOrder<S extends Ordered>(stops: readonly S[], order: Order, from: Point | undefined): S[] {
  const byDue = [...stops].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  if (order === 'strasse') return [...stops].sort((a, b) => a.placeLabel.localeCompare(b.placeLabel, 'de', { numeric: true }))
  const first = from ? [...stops].sort((a, b) => metres(from, a) - metres(from, b)) : byDue
  if (order === 'nah') return first
  if (order === 'faellig') return byDue
  const chosen = first.slice(0, MOST_ON_TOUR)
  if (!from) return tourOf(chosen)
  return tourOf<Point & { stop?: S }>([from, ...chosen.map((stop) => ({ lat: stop.lat, lon: stop.lon, stop }))]).flatMap(
    ({ stop }) => stop ?? [],
  )
}

const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Wind = (typeof winds)[number]

/** How far and where to, as the crow flies; metres in steps that people say. */
export function wayTo(from: Point, to: Point): { metres: number; wind: Wind } {
  const exact = metres(from, to)
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180)
  const turn = Math.round((Math.atan2(east, to.lat - from.lat) / (2 * Math.PI)) * 8)
  const step = exact < 100 ? 10 : exact < 1000 ? 50 : 100
  return { metres: Math.round(exact / step) * step, wind: winds[(turn + 8) % 8]! }
}
