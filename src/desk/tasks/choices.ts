import type { Ctx } from '#platform/context.ts'
import { possibleHandlers } from '#services/applications/index.ts'
import type { Case, Holder } from '#services/cases/index.ts'
import { possibleAssignees, possibleWorkers } from '#services/reports/index.ts'
import { type StaffUnit, staffUnits } from '../home/index.ts'

/** Who can be given a task: colleagues of the case's unit first, then units, then everybody else. */
export type TaskChoices = { me: string | undefined; near: readonly Holder[]; units: readonly StaffUnit[]; others: readonly Holder[] }

/** What is personal stays in the unit that has it. */
export async function taskChoices(ctx: Ctx, it: Case): Promise<TaskChoices> {
  const units = await staffUnits(ctx)
  const own = it.kind === 'application'
  const people = own ? await possibleHandlers(ctx, it) : await possibleAssignees(ctx, it.number)
  const me = ctx.actor.personId
  const near = people.filter(({ id }) => id !== me)
  if (own)
    return { me: people.some(({ id }) => id === me) ? me : undefined, near, units: units.filter(({ id }) => id === it.unitId), others: [] }
  const all = await possibleWorkers(ctx)
  return { me, near, units, others: all.filter(({ id }) => id !== me && !near.some((one) => one.id === id)) }
}
