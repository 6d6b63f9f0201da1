import { type Estimate, estimate, type Spell } from './survival.rules.ts'

/** Most like it first; with too few finished ones the next one counts. `norm` is the category's own deadline. */
export const levels = ['season', 'district', 'category', 'group'] as const
export type Level = (typeof levels)[number]

/** Finished reports that an estimate needs. */
export const ENOUGH = 20

/** What makes reports comparable. `month` is 1 to 12. */
export type Kind = { categoryId: string; groupCode: string; districtId: string | undefined; month: number }

/** Under which names the estimates for a report are kept, most like it first. Without a district there are only the wider ones. */
export const keysOf = ({ categoryId, groupCode, districtId, month }: Kind): [Level, string][] => [
  ...(districtId
    ? ([
        ['season', `${categoryId} ${districtId} ${month}`],
        ['district', `${categoryId} ${districtId}`],
      ] satisfies [Level, string][])
    : []),
  ['category', categoryId],
  ['group', groupCode],
]

/** The month itself and its neighbours, over the turn of the year. */
export const season = (month: number): number[] => [((month + 10) % 12) + 1, month, (month % 12) + 1]

export type Observed = Kind & Spell
export type Kept = { key: string; level: Level; p50: number; p90: number; n: number }

/** All estimates that rest on enough finished reports and reach nine tenths. A report counts in three seasons. */
export function estimatesFrom(observed: Iterable<Observed>): Kept[] {
  const spells = new Map<string, { level: Level; spells: Spell[] }>()
  for (const one of observed) {
    for (const [level, key] of namesOf(one)) {
      const known = spells.get(key)
      if (known) known.spells.push(one)
      else spells.set(key, { level, spells: [one] })
    }
  }
  return [...spells].flatMap(([key, { level, spells: all }]) => {
    const found = enough(estimate(all))
    return found ? [{ key, level, ...found }] : []
  })
}

function namesOf(kind: Kind): [Level, string][] {
  const [first, ...wider] = keysOf(kind)
  if (first?.[0] !== 'season') return keysOf(kind)
  return [...season(kind.month).flatMap((month) => keysOf({ ...kind, month }).slice(0, 1)), ...wider]
}

const enough = ({ p50, p90, n, finished }: Estimate) =>
  finished >= ENOUGH && p50 !== undefined && p90 !== undefined ? { p50, p90, n } : undefined

/** The first estimate of the ladder among those that there are. */
export const bestOf = (kind: Kind, kept: ReadonlyMap<string, Kept>): Kept | undefined =>
  keysOf(kind)
    .map(([, key]) => kept.get(key))
    .find((one) => one !== undefined)
