import type { SeededPeople } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { mergeReports, splitReports } from '../incident/incident.verbs.ts'
import { afterWorkingHours } from './dates.ts'
import { actorsOf, as } from './seed.actors.ts'

/** Reports of one story: where they were sent to, and when. */
export type IncidentPart = { number: string; unitId: string | undefined; at: Date }

/** All of a story are taken for one damage; the last one is not, and goes on by itself again. */
export async function seedIncident(ctx: Ctx, which: 'large' | 'small', people: SeededPeople, sent: readonly IncidentPart[]): Promise<void> {
  const [first, ...others] = sent
  const other = others.at(-1)
  if (!first || !other || others.length < 4) return
  const clerk = actorsOf(which, people).staff('clerk', first.unitId, first.number)
  const merging = afterWorkingHours(other.at, 2.4)
  const merged = await mergeReports(as(ctx, clerk, merging), { into: first.number, numbers: others.map(({ number }) => number) })
  const splitting = as(ctx, clerk, afterWorkingHours(merging, 1.2))
  const split = merged.ok ? await splitReports(splitting, { number: first.number, numbers: [other.number] }) : merged
  if (!split.ok) throw new Error(`the demo's incident is refused: ${split.refusal.code}`)
}
