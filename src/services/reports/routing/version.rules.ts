/** The table of responsibilities at one time: one is in force, at most one is a draft or waits for its day. */
export type RoutingVersion = {
  id: string
  number: number
  /** Number of the version that it was made from. */
  basedOn: number | undefined
  /** Counts changes of a draft. */
  revision: number
  createdAt: Date
  createdBy: string | undefined
  /** From when on new reports go by it; a draft has none. */
  validFrom: Date | undefined
  decidedBy: string | undefined
  discardedAt: Date | undefined
}

export type VersionState = 'draft' | 'scheduled' | 'inForce' | 'earlier' | 'discarded'

/** Of these versions the one that new reports go by at `now`: the last that took effect, by its number where two did at once. */
export function inForceAt<V extends Pick<RoutingVersion, 'validFrom' | 'number'>>(versions: readonly V[], now: Date): V | undefined {
  const begun = versions.filter(({ validFrom }) => validFrom !== undefined && validFrom <= now)
  return begun.sort((a, b) => b.validFrom!.getTime() - a.validFrom!.getTime() || b.number - a.number)[0]
}

export function stateOf(version: RoutingVersion, inForce: { id: string } | undefined, now: Date): VersionState {
  if (version.discardedAt) return 'discarded'
  if (!version.validFrom) return 'draft'
  if (version.validFrom > now) return 'scheduled'
  return version.id === inForce?.id ? 'inForce' : 'earlier'
}

/** As many as one version holds. */
export const MOST_RULES = 1000

/** How far ahead a version may be dated. */
export const MOST_DAYS_AHEAD = 365
