import type { Stage } from '#platform/process.ts'

/** A public report about a thing with a plate. */
export type AssetReport = { number: string; title: string; stage: Stage; receivedAt: Date; closedAt: Date | undefined }

export type Year = { year: number; reports: number; repairs: number }

/** Reports by the year they came in, repairs by the year they were finished; newest year first, years without either left out. */
export function yearsOf(reports: readonly AssetReport[], timeZone: string): Year[] {
  const inZone = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone })
  const years = new Map<number, Year>()
  const at = (day: Date): Year => {
    const year = Number(inZone.format(day))
    const found = years.get(year) ?? { year, reports: 0, repairs: 0 }
    years.set(year, found)
    return found
  }
  for (const { stage, receivedAt, closedAt } of reports) {
    at(receivedAt).reports++
    if (stage === 'done' && closedAt) at(closedAt).repairs++
  }
  return [...years.values()].sort((a, b) => b.year - a.year)
}
