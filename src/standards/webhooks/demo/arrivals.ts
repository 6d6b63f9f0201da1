import type { Town } from '#platform/context.ts'

export type Arrival = { at: Date; id: string; answer: string; body: string }

const MOST = 50
const arrivals = new Map<string, Arrival[]>()

/** What came in at the demo's receiver, newest first, as long as the program runs: another program would keep it, this one only shows it. */
export const arrivalsAt = ({ id }: Pick<Town, 'id'>): readonly Arrival[] => arrivals.get(id) ?? []

export const noteArrival = ({ id }: Pick<Town, 'id'>, arrival: Arrival): void =>
  void arrivals.set(id, [arrival, ...(arrivals.get(id) ?? [])].slice(0, MOST))
