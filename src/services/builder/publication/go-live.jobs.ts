import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { definitionKinds } from '../../definitions/definition.rules.ts'
import { todayOf } from '../../definitions/definition.verbs.ts'
import { dueOn } from '../../definitions/scheduled.sql.ts'
import { GO_LIVE, goLive } from '../../definitions/scheduled.verbs.ts'
import { provings } from './provings.ts'

/** As many as one look wakes; the next one sees the others. */
const PAGE = 100

/** Each in a transaction of its own, so that one that cannot be read keeps no other from its day. */
export const goLiveJob = defineJob({
  name: GO_LIVE,
  payload: z.object({ kind: z.enum(definitionKinds), id: z.uuid() }),
  run: async (ctx, { kind, id }) => void (await goLive(ctx, provings[kind], id)),
})

/** Wakes all whose day has come and whose own job was lost, or came while nobody worked. Returns how many. */
export async function wakeDue(ctx: Ctx): Promise<number> {
  let count = 0
  for (const kind of definitionKinds)
    for (const id of await dueOn(ctx, kind, todayOf(ctx), PAGE)) {
      enqueue(ctx, GO_LIVE, { kind, id }, { key: `${GO_LIVE} ${id}` })
      count += 1
    }
  return count
}

/** Towns have time zones of their own, some by quarters of an hour. */
export const goLiveSchedule: Schedule = {
  name: 'definition.wakeDue',
  cron: '3,18,33,48 * * * *',
  run: async (ctx) => void (await wakeDue(ctx)),
}
