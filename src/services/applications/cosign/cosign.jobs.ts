import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { draftBy } from '../draft.sql.ts'
import { onlineBy } from '../online.sql.ts'
import { cosignEvents } from './cosign.events.ts'
import { takeExpired } from './cosign.sql.ts'
import { tellWriter } from './mails.ts'

const PAGE = 100

/** Who asked for a signature is told once that nobody answered in time. */
export async function expireSignatures(ctx: Ctx): Promise<number> {
  const expired = await takeExpired(ctx, PAGE)
  for (const it of expired) {
    const draft = await draftBy(ctx, { id: it.draftId })
    const online = draft && (await onlineBy(ctx, { serviceId: draft.serviceId }))
    if (!draft?.personId || !online) continue
    await record(ctx, cosignEvents.expired, {
      about: [{ type: 'person', id: draft.personId }],
      data: { draftId: draft.id, person: it.person },
    })
    await tellWriter(ctx, { draft, title: online.name.de }, 'expired', it)
  }
  return expired.length
}

export const expireSignaturesJob = defineJob({
  name: 'application.expireSignatures',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await expireSignatures(ctx)) === PAGE) enqueue(ctx, expireSignaturesJob.name, {})
  },
})

export const cosignSchedules: readonly Schedule[] = [
  { name: 'application.expireSignaturesHourly', cron: '50 * * * *', run: async (ctx) => void enqueue(ctx, expireSignaturesJob.name, {}) },
]
