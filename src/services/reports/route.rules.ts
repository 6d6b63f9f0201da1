import type { Bilingual } from './category.rules.ts'
import type { RoadOwner } from './place.rules.ts'

/** One line of the routing table: what is undefined means "any". */
export type RoutingRule = {
  id: string
  position: number
  categoryId: string | undefined
  groupCode: string | undefined
  districtId: string | undefined
  owner: RoadOwner | undefined
  /** Kind of the thing itself, for rules on who looks after it: `lamp`, `tree` … */
  assetKind: string | undefined
  unitId: string
  /** The sentence that the public reads: "Landesstraße: zuständig ist der Landesbetrieb." */
  publicNote: Bilingual | undefined
}

export type RoutingFacts = {
  categoryId: string
  groupCode: string
  districtId: string | undefined
  roadOwner: RoadOwner | undefined
  assetKind: string | undefined
  /** Where the category sends what no rule catches. */
  categoryUnitId: string | undefined
}

/** From most to least specific; on `fallback` the control centre (Leitstelle) routes by hand. */
export const routingLevels = ['assetOwner', 'owner', 'categoryArea', 'category', 'area', 'group', 'categoryDefault', 'fallback'] as const
export type RoutingLevel = (typeof routingLevels)[number]

/** `byHand`: somebody gave it to a unit, whatever the rules say. */
export type TakenBy = RoutingLevel | 'byHand'

/** What was looked at and what came out, readable for a clerk; stored with the assignment. */
export type RoutingTrace = {
  facts: RoutingFacts
  tried: { level: TakenBy; ruleId: string | undefined; unitId: string | undefined; taken: boolean }[]
  taken: TakenBy
  /** Number of the version of the rules; none where there was none. */
  version?: number | undefined
}

/** `unitId` undefined: no rule caught it. */
export type Routed = { unitId: string | undefined; publicNote: Bilingual | undefined; trace: RoutingTrace }

/** How specific a rule is, by what it asks for. */
export function levelOf(rule: Partial<Omit<RoutingRule, 'id' | 'position' | 'unitId' | 'publicNote'>>): RoutingLevel | undefined {
  if (rule.assetKind) return 'assetOwner'
  if (rule.owner) return 'owner'
  if (rule.categoryId && rule.districtId) return 'categoryArea'
  if (rule.categoryId) return 'category'
  if (rule.districtId) return 'area'
  if (rule.groupCode) return 'group'
  return undefined
}

/** A rule holds if everything it asks for is so. */
const holds = (rule: RoutingRule, facts: RoutingFacts): boolean =>
  (rule.categoryId === undefined || rule.categoryId === facts.categoryId) &&
  (rule.groupCode === undefined || rule.groupCode === facts.groupCode) &&
  (rule.districtId === undefined || rule.districtId === facts.districtId) &&
  (rule.owner === undefined || rule.owner === facts.roadOwner) &&
  (rule.assetKind === undefined || rule.assetKind === facts.assetKind)

/** Who gets a report: the most specific rule that holds wins, ties by position. Then the category's own unit, then nobody. */
export function route(facts: RoutingFacts, rules: readonly RoutingRule[]): Routed {
  const tried: RoutingTrace['tried'] = []
  const ordered = [...rules].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  for (const level of routingLevels) {
    if (level === 'categoryDefault' || level === 'fallback') {
      const unitId = level === 'categoryDefault' ? facts.categoryUnitId : undefined
      const taken = level === 'fallback' || unitId !== undefined
      tried.push({ level, ruleId: undefined, unitId, taken })
      if (taken) return { unitId, publicNote: undefined, trace: { facts, tried, taken: level } }
      continue
    }
    for (const rule of ordered.filter((one) => levelOf(one) === level)) {
      const taken = holds(rule, facts)
      tried.push({ level, ruleId: rule.id, unitId: rule.unitId, taken })
      if (taken) return { unitId: rule.unitId, publicNote: rule.publicNote, trace: { facts, tried, taken: level } }
    }
  }
  throw new Error('the fallback takes everything')
}

/** The trace of a report that somebody gives to a unit by hand: what the rules would have said, and that it was not asked. */
export const byHand = ({ trace }: Routed, unitId: string): RoutingTrace => ({
  ...trace,
  tried: [...trace.tried.map((one) => ({ ...one, taken: false })), { level: 'byHand', ruleId: undefined, unitId, taken: true }],
  taken: 'byHand',
})
