import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Case } from '../cases/index.ts'
import { dueDay } from '../cases/tasks/task.rules.ts'
import { endEntryTasks, insertTask } from '../cases/tasks/task.sql.ts'
import type { Who, WorkflowState } from '../workflows/workflow.rules.ts'
import { unitByCode } from './application.sql.ts'

/** What is to be done when a case comes to a state; what is still open of it from an earlier time stays the one task. The step's event tells of it. */
export async function beginTasks(ctx: Ctx, it: Case, { key: state, tasks }: WorkflowState): Promise<void> {
  const locale = ctx.town.locales[0] ?? 'de'
  for (const { key, words, days, who } of tasks) {
    const doer = await doerOf(ctx, it, who)
    const dueOn = dueDay({ dueOn: '', days }, dayIn(ctx.now(), ctx.town.timeZone), ctx.town.land)
    if (!doer || !dueOn) continue
    const title = (words[locale] || words.de).slice(0, 200)
    await insertTask(ctx, { id: newId(ctx.now().getTime()), caseId: it.id, title, note: '', dueOn, entry: `${state}.${key}`, ...doer })
  }
}

/** They belong to their state: when the case leaves it nothing of them is left to do. */
export const endTasks = (ctx: Ctx, { id }: Case, state: string) => endEntryTasks(ctx, id, state)

type Doer = { personId: string | undefined; unitId: string | undefined }

/** Whoever has the case; of a unit that is named, the unit. A department that was closed since has nothing to do. */
async function doerOf(ctx: Ctx, { unitId, assigneeId }: Case, who: Who): Promise<Doer | undefined> {
  if (who.by === 'party' || who.by === 'system') return undefined
  const named = who.by === 'unit' && who.unit !== undefined ? await unitByCode(ctx, who.unit) : unitId
  if (named === undefined) return undefined
  return named === unitId && assigneeId ? { personId: assigneeId, unitId: undefined } : { personId: undefined, unitId: named }
}
