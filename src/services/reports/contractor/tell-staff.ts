import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Case, membersOf, withDeputies } from '../../cases/index.ts'
import type { Task, TaskVerb } from './task.rules.ts'

/** Who works on the report hears of its firm, or the unit where it is nobody's. */
export async function tellStaff(ctx: Ctx, it: Case, task: Task, what: TaskVerb | 'ranOut'): Promise<void> {
  const members = it.unitId && !it.assigneeId ? await membersOf(ctx, it.unitId, ['clerk', 'lead']) : []
  for (const personId of await withDeputies(ctx, it.assigneeId ? [it.assigneeId] : members.map(({ id }) => id)))
    await notify(ctx, {
      personId,
      kind: 'report.answered',
      text: `contractor.tell.${what}`,
      params: { firm: task.name, title: it.title, place: it.placeLabel },
      path: `/amt/meldungen/${it.number}/firma`,
    })
}
