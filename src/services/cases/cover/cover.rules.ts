/** Who does somebody's work from a day until a day, both included (`YYYY-MM-DD` of the town). */
export type Cover = {
  id: string
  personId: string
  deputyId: string
  fromOn: string
  untilOn: string
  endedAt: Date | undefined
}

export type CoverState = 'coming' | 'running' | 'over'

/** Covers end by the calendar; nobody has to end them. */
export function stateOn({ fromOn, untilOn, endedAt }: Pick<Cover, 'fromOn' | 'untilOn' | 'endedAt'>, day: string): CoverState {
  if (endedAt || untilOn < day) return 'over'
  return fromOn > day ? 'coming' : 'running'
}

/** Deputies of somebody who is away, one after the other, as long as they are away themselves. Each once: a circle ends where it began. */
export function deputiesOf(personId: string, deputyOf: ReadonlyMap<string, string>): string[] {
  const chain: string[] = []
  for (let at = deputyOf.get(personId); at !== undefined && at !== personId && !chain.includes(at); at = deputyOf.get(at)) chain.push(at)
  return chain
}

/** Everybody whose work falls to this person: those she covers, and those whom they cover while they are away too. */
export function coveredBy(deputyId: string, covers: readonly Pick<Cover, 'personId' | 'deputyId'>[]): string[] {
  const found: string[] = []
  for (let asked = [deputyId]; asked.length > 0; ) {
    const next = covers.filter((cover) => asked.includes(cover.deputyId)).map(({ personId }) => personId)
    asked = next.filter((id) => id !== deputyId && !found.includes(id))
    found.push(...new Set(asked))
  }
  return found
}

/** How long somebody may be covered for at once, and how far ahead it may be entered. */
export const MOST_COVER_DAYS = 366
