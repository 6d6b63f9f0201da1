import type { Ctx } from '#platform/context.ts'
import type { Holder } from '#services/cases/index.ts'
import { possibleAssignees, possibleWorkers } from '#services/reports/index.ts'
import { type StaffUnit, staffUnits } from '../home/index.ts'

/** Who can be given a task: colleagues of the case's unit first, then units, then everybody else. */
export type TaskChoices = { me: string | undefined; near: readonly Holder[]; units: readonly StaffUnit[]; others: readonly Holder[] }

export async function taskChoices(ctx: Ctx, number: string): Promise<TaskChoices> {
  const me = ctx.actor.personId
  const near = (await possibleAssignees(ctx, number)).filter(({ id }) => id !== me)
  const all = await possibleWorkers(ctx)
  return { me, near, units: await staffUnits(ctx), others: all.filter(({ id }) => id !== me && !near.some((one) => one.id === id)) }
}
