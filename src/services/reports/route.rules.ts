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
  /** Kind of the asset, for rules on the owner of the thing itself: `lamp`, `tree` … */
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
  /** Unit that gets everything else (Leitstelle). */
  fallbackUnitId: string | undefined
}

export type RoutingLevel = 'assetOwner' | 'owner' | 'categoryArea' | 'category' | 'area' | 'group' | 'categoryDefault' | 'fallback'

/** What was looked at and what came out, readable for a clerk; stored with the assignment. */
export type RoutingTrace = {
  facts: RoutingFacts
  tried: { level: RoutingLevel; ruleId: string | undefined; unitId: string | undefined; taken: boolean }[]
  taken: RoutingLevel | undefined
}

export type Routed = { unitId: string | undefined; publicNote: Bilingual | undefined; trace: RoutingTrace }

/** Who gets a report: the most specific matching rule wins, ties by position. */
export function route(facts: RoutingFacts, rules: readonly RoutingRule[]): Routed {
  throw new Error('not yet')
}
