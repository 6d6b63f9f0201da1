import type { SeededPeople } from '#core/organisations/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { addTask, tickTask } from '../../cases/index.ts'
import { actorsOf, as } from './seed.actors.ts'
import { reportsIn } from './seed.sql.ts'

/** For each unit one of each: overdue, due today, later, and one that is done. */
const todo = [
  { title: 'Absperrung prüfen', note: 'Steht die Bake noch? Sonst neu setzen.', daysAgo: 6, days: 2, by: 'clerk' },
  { title: 'Angebot der Firma nachfassen', note: '', daysAgo: 0, days: 0, by: 'lead' },
  { title: 'Vor Ort ansehen und messen', note: 'Maßband und Kamera mitnehmen.', daysAgo: 1, days: 4, by: 'clerk' },
  { title: 'Anwohner anrufen', note: '', daysAgo: 8, days: 2, by: 'lead', done: true },
] as const

/** What is still to be done about the newest open reports, so that every unit's list shows something. */
export async function seedTasks(ctx: Ctx, which: 'large' | 'small', people: SeededPeople): Promise<void> {
  const used = new Map<string, number>()
  for (const { number, unitId } of await reportsIn(ctx, ['accepted', 'planned', 'inWork'], 60)) {
    const nth = used.get(unitId) ?? 0
    used.set(unitId, nth + 1)
    const plan = todo[nth]
    if (!plan) continue
    const actor = actorsOf(which, people).staff(plan.by, unitId, `${number} task`)
    // Who works on everything has no tasks of this unit: then the unit itself has it.
    const own = actor.unitIds.includes(unitId) && nth === 0
    const at = as(ctx, actor, new Date(ctx.now().getTime() - plan.daysAgo * DAY_MS))
    const { title, note, days } = plan
    const added = await addTask(at, { number, title, note, days, dueOn: '', who: own ? `person:${actor.personId}` : `unit:${unitId}` })
    if (!added.ok) throw new Error(`the demo's task for ${number} is refused: ${added.refusal.code}`)
    if ('done' in plan) await tickTask(as(ctx, actor, new Date(ctx.now().getTime() - DAY_MS)), { id: added.value.id, open: false })
  }
}
