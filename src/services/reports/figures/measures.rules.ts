import { FEWEST, hitRate } from '../promise/promise.rules.ts'

/** What is counted of some reports. `days` says how many of those done took so many begun days. */
export type Measures = {
  received: number
  open: number
  duplicates: number
  done: number
  ended: number
  reasons: Readonly<Record<string, number>>
  days: ReadonlyMap<number, number>
  kept: number
  broken: number
  targetsKept: number
  targetsBroken: number
  repaired: number
  objected: number
  reopened: number
}

const counts = [
  'received',
  'open',
  'duplicates',
  'done',
  'ended',
  'kept',
  'broken',
  'targetsKept',
  'targetsBroken',
  'repaired',
  'objected',
  'reopened',
] as const satisfies readonly (keyof Measures)[]

/** All of them together. */
export function sumOf(all: Iterable<Measures>): Measures {
  const sum = Object.fromEntries(counts.map((name) => [name, 0])) as Record<(typeof counts)[number], number>
  const reasons: Record<string, number> = {}
  const days = new Map<number, number>()
  for (const one of all) {
    for (const name of counts) sum[name] += one[name]
    for (const [reason, n] of Object.entries(one.reasons)) reasons[reason] = (reasons[reason] ?? 0) + n
    for (const [day, n] of one.days) days.set(day, (days.get(day) ?? 0) + n)
  }
  return { ...sum, reasons, days }
}

/** The fewest days within which at least `percent` of 100 were done (the nearest rank, nothing in between). */
export function daysWithin(days: ReadonlyMap<number, number>, percent: number): number | undefined {
  const all = [...days.values()].reduce((sum, n) => sum + n, 0)
  // Whole numbers until the division, so that 90 of 100 is 90 and not a little more.
  const rank = Math.ceil((all * percent) / 100)
  let seen = 0
  for (const [day, n] of [...days].sort(([a], [b]) => a - b)) {
    seen += n
    if (all > 0 && seen >= rank) return day
  }
  return undefined
}

/** Targets of a town without experience are scored from so many on. */
export const FEWEST_TARGETS = 20

/** In percent with one decimal; hidden where there are too few. */
export const share = (part: number, whole: number, fewest = FEWEST): number | null =>
  whole >= fewest ? Math.round((part / whole) * 1000) / 10 : null

/** The public figures; `null` is hidden, because there are too few. */
export type Figures = {
  received: number
  open: number
  duplicates: number
  done: number
  ended: number
  endedBy: Record<string, number>
  /** Half of those done, and nine in ten, were done within so many days. */
  daysHalf: number | null
  daysNineInTen: number | null
  promisesKept: number
  promisesBroken: number
  promisesKeptPercent: number | null
  targetsKept: number
  targetsBroken: number
  targetsKeptPercent: number | null
  repaired: number
  objected: number
  objectedPercent: number | null
  reopened: number
  reopenedPercent: number | null
}

export function figuresOf(it: Measures): Figures {
  const enough = it.done >= FEWEST
  return {
    received: it.received,
    open: it.open,
    duplicates: it.duplicates,
    done: it.done,
    ended: it.ended,
    endedBy: Object.fromEntries(Object.entries(it.reasons).sort(([a], [b]) => (a < b ? -1 : 1))),
    daysHalf: enough ? (daysWithin(it.days, 50) ?? null) : null,
    daysNineInTen: enough ? (daysWithin(it.days, 90) ?? null) : null,
    promisesKept: it.kept,
    promisesBroken: it.broken,
    promisesKeptPercent: hitRate(it.kept, it.broken) ?? null,
    targetsKept: it.targetsKept,
    targetsBroken: it.targetsBroken,
    targetsKeptPercent: share(it.targetsKept, it.targetsKept + it.targetsBroken, FEWEST_TARGETS),
    repaired: it.repaired,
    objected: it.objected,
    objectedPercent: share(it.objected, it.repaired),
    reopened: it.reopened,
    reopenedPercent: share(it.reopened, it.repaired),
  }
}
