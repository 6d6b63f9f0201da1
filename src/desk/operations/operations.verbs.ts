import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Chosen, JobsRemoved, JobsRetried, RETRY } from './operations.rules.ts'
import { remove, retry } from './operations.sql.ts'

type Refused = 'notAllowed' | 'nothingChosen'

/** Tries failed jobs again at once. Refuses: `notAllowed`, `nothingChosen`. */
export async function retryJobs(ctx: Ctx, { ids, all }: Chosen): Promise<Result<{ count: number }, Refused>> {
  if (!may(ctx, RETRY)) return refuse('notAllowed')
  if (!all && ids.length === 0) return refuse('nothingChosen')
  const count = await retry(ctx, all ? undefined : ids)
  await record(ctx, JobsRetried, { about: [{ type: 'town', id: ctx.town.id }], data: { count } })
  return ok({ count })
}

/** Removes jobs that were given up. Refuses: `notAllowed`, `nothingChosen`. */
export async function removeJobs(ctx: Ctx, { ids }: Chosen): Promise<Result<{ count: number }, Refused>> {
  if (!may(ctx, RETRY)) return refuse('notAllowed')
  if (ids.length === 0) return refuse('nothingChosen')
  const count = await remove(ctx, ids)
  await record(ctx, JobsRemoved, { about: [{ type: 'town', id: ctx.town.id }], data: { count } })
  return ok({ count })
}
