import type { SeededPeople } from '#core/organisations/index.ts'
import { departmentIn } from '#core/organisations/index.ts'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { enterCover } from '../../cases/index.ts'
import { raiseDue } from '../escalation/raise.ts'
import { deskReports } from '../report.list.ts'
import { assignTo } from '../work.verbs.ts'
import { actorsOf, as } from './seed.actors.ts'
import { letWait } from './seed.sql.ts'

/** So many reports wait too long in the demo; a town hall in which all did would teach nobody anything. */
const LATE = 4

/** What waits too long and who was told, and a clerk who does the work of somebody who is away. */
export async function seedWaiting(ctx: Ctx, which: 'large' | 'small', people: SeededPeople): Promise<void> {
  await letWait(ctx, LATE)
  while ((await raiseDue(ctx)) > 0);
  if (which === 'large') await seedCover(ctx, people)
}

async function seedCover(ctx: Ctx, people: SeededPeople): Promise<void> {
  const [away, deputy] = [people.people.get('goran.petric'), people.people.get('anja.wendehorst')]
  const roads = people.organisations.get(departmentIn('large', 'roads'))
  if (!away || !deputy || !roads) return
  const lead = as(ctx, actorsOf('large', people).staff('lead', roads, 'cover'), ctx.now())
  const { items } = await deskReports(ctx, { tab: 'open', unitId: roads, states: ['accepted', 'planned', 'inWork'] }, { limit: 3 })
  for (const { number } of items) await assignTo(lead, { number, personId: away })
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  await enterCover(lead, { personId: away, deputyId: deputy, fromOn: addDays(today, -2), untilOn: addDays(today, 12) })
}
