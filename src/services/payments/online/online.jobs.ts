import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { attemptBy, changeAttempt, openAttempts } from './online.sql.ts'
import { keepLook } from './online.verbs.ts'
import type { Provider } from './provider.rules.ts'
import { providerOf } from './setting.ts'

const HOUR_MS = 3_600_000
/** After that a provider has let go of what was not paid. */
const LONGEST_MS = 30 * 24 * HOUR_MS
const AT_ONCE = 200

/** Asks the provider how an attempt stands. No transaction is open meanwhile; a provider that does not answer is asked again. */
async function lookAtAttempt(ctx: Ctx, id: string): Promise<void> {
  const found = await ctx.separately((own) => toAsk(own, id))
  if (!found) return
  const told = await found.provider.look(found.providerId)
  await ctx.separately((own) => keepLook(own, id, told))
}

/** Noted before it is asked, so that one without an answer lets others go first. What was unknown may have come to be known. */
async function toAsk(ctx: Ctx, id: string): Promise<{ provider: Provider; providerId: string } | undefined> {
  const attempt = await attemptBy(ctx, id)
  const provider = await providerOf(ctx)
  if (!provider || !attempt?.providerId || (attempt.state !== 'open' && attempt.state !== 'unknown')) return undefined
  await changeAttempt(ctx, id, { looked_at: ctx.now() })
  return { provider, providerId: attempt.providerId }
}

export const lookJob = defineJob({
  name: 'payment.look',
  payload: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => ctx.afterCommit(() => lookAtAttempt(ctx, id)),
})

export const lookSoon = (ctx: Ctx, id: string): void => enqueue(ctx, lookJob.name, { id }, { key: `payment.look/${id}` })

/** Where the provider's word was lost. */
export const lookSchedule: Schedule = {
  name: 'payment.lookHourly',
  cron: '10 * * * *',
  run: async (ctx) => {
    const now = ctx.now().getTime()
    const until = new Date(now - 10 * 60_000)
    for (const id of await openAttempts(ctx, { from: new Date(now - LONGEST_MS), until, limit: AT_ONCE })) lookSoon(ctx, id)
  },
}
