import { type Routed, type RoutingFacts, type RoutingRule, route } from '../route.rules.ts'

/** What a report that was received tells about where it belongs. */
export type Received = { caseId: string; facts: RoutingFacts }

/** Goes elsewhere; had a unit and would have none; has none with either. */
export type Tally = { moved: number; lost: number; without: number }

/** Undefined stands for nobody: the control centre routes by hand. */
export type Change = { caseId: string; categoryId: string; from: string | undefined; to: string | undefined }

export type Compared = { tally: Tally; changes: Change[] }

/** As `route`, remembering its answers: many reports have the same facts. */
export function router(rules: readonly RoutingRule[]): (facts: RoutingFacts) => Routed['unitId'] {
  const known = new Map<string, Routed['unitId']>()
  return (facts) => {
    const key = JSON.stringify(facts)
    if (!known.has(key)) known.set(key, route(facts, rules).unitId)
    return known.get(key)
  }
}

/** How these reports go by two versions of the rules. */
export function compare(reports: readonly Received[], before: readonly RoutingRule[], after: readonly RoutingRule[]): Compared {
  const [by, anew] = [router(before), router(after)]
  const tally: Tally = { moved: 0, lost: 0, without: 0 }
  const changes: Change[] = []
  for (const { caseId, facts } of reports) {
    const [from, to] = [by(facts), anew(facts)]
    if (to === undefined) tally[from === undefined ? 'without' : 'lost']++
    else if (to !== from) tally.moved++
    if (from !== to) changes.push({ caseId, categoryId: facts.categoryId, from, to })
  }
  return { tally, changes }
}

export type Counted = { categoryId: string; from: string | undefined; to: string | undefined; count: number }

/** Changes by category and units. */
export function countChanges(changes: readonly Change[]): Counted[] {
  const counts = new Map<string, Counted>()
  for (const { categoryId, from, to } of changes) {
    const key = `${categoryId} ${from} ${to}`
    const counted = counts.get(key) ?? { categoryId, from, to, count: 0 }
    counted.count++
    counts.set(key, counted)
  }
  return [...counts.values()]
}

/** Reports that a page of the replay names. */
export const MOST_EXAMPLES = 50
/** As many of one category between the same two units, so that one big change leaves room for the others. */
const MOST_ALIKE = 5

export type Example = { caseId: string; categoryId: string; from: string | undefined; to: string | undefined }

/** The examples kept so far and new ones, those without a unit first, at most five alike and fifty in all. */
export function chosenExamples(kept: readonly Example[], changes: readonly Change[]): Example[] {
  const alike = new Map<string, number>()
  return [...kept, ...changes]
    .sort((a, b) => Number(b.to === undefined) - Number(a.to === undefined))
    .filter(({ categoryId, from, to }) => {
      const key = `${categoryId} ${from} ${to}`
      const count = (alike.get(key) ?? 0) + 1
      alike.set(key, count)
      return count <= MOST_ALIKE
    })
    .slice(0, MOST_EXAMPLES)
}

/** How far it is, from 0 to 1: reports are read by the time they were received, so time is what is left. */
export function progressOf({ since, until, at }: { since: Date; until: Date; at: Date | undefined }): number {
  const whole = until.getTime() - since.getTime()
  return !at || whole <= 0 ? 0 : Math.min(1, Math.max(0, (until.getTime() - at.getTime()) / whole))
}
