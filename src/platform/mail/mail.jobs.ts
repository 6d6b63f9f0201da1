import { z } from 'zod'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '../context.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { defineJob, type Schedule } from '../module.ts'
import { beginAttempt, dueMails, markSent, markTrouble, removeOldMails } from './mail.sql.ts'
import { currentMailing, type Delivery, hasMailbox } from './mailing.ts'

/** After that a mail is of no use to its reader. */
const GIVE_UP_MS = 3 * DAY_MS

/** While the server does not answer, one attempt in this time shows whether it is back; the others wait without blocking a worker. */
const PAUSE_MS = 10_000
let pausedUntil = 0

/**
 * Hands a mail to the server. No transaction is open meanwhile. If the process dies after the server took it, it is sent
 * again with the same Message-ID.
 */
export const sendMailJob = defineJob({
  name: 'mail.send',
  payload: z.object({ mailId: z.uuid() }),
  run: async (ctx, { mailId }) => {
    const mail = await beginAttempt(ctx, mailId)
    if (!mail) return
    if (hasMailbox(ctx.town)) return void (await markSent(ctx, mailId, { keepWords: true }))
    ctx.afterCommit(async () => {
      const delivery = await deliver(ctx, mail)
      await ctx.separately(async (own) => {
        if (delivery.outcome === 'sent') return void (await markSent(own, mailId, { keepWords: false }))
        const now = own.now().getTime()
        const over = delivery.outcome === 'refused' || now - mail.createdAt.getTime() > GIVE_UP_MS
        const nextAt = new Date(now + delayOf(mail.attempts))
        await markTrouble(own, mailId, { code: delivery.code, state: over ? 'failed' : 'waiting', nextAt })
      })
    })
  },
})

type Mail = NonNullable<Awaited<ReturnType<typeof beginAttempt>>>

async function deliver(ctx: Ctx, mail: Mail): Promise<Delivery> {
  const { transport, from } = currentMailing()
  if (!transport) return { outcome: 'down', code: 'NO_SERVER' }
  if (ctx.now().getTime() < pausedUntil) return { outcome: 'down', code: 'PAUSED' }
  const delivery = await transport.deliver({
    from: { name: ctx.town.name, address: from },
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: mail.createdAt,
    unsubscribeUrl: mail.unsubscribeUrl ?? undefined,
  })
  pausedUntil = delivery.outcome === 'down' ? ctx.now().getTime() + PAUSE_MS : 0
  return delivery
}

/** 30 s, 1 min, 2 min … at most half an hour, spread so that a thousand waiting mails do not come at once. */
export const delayOf = (attempts: number, random: () => number = Math.random): number =>
  Math.min(1_800_000, 30_000 * 2 ** Math.min(attempts - 1, 6)) * (0.75 + random() / 2)

/** Tries again what is due: after trouble with the server, and should a job have been lost. */
export const retryMails: Schedule = {
  name: 'mail.again',
  cron: '* * * * *',
  run: async (ctx) => {
    for (const mailId of await dueMails(ctx, 1_000)) enqueue(ctx, 'mail.send', { mailId }, { key: `mail ${mailId}` })
  },
}

/** Addresses are kept no longer than somebody may ask where a mail is. */
export const tidyMails: Schedule = {
  name: 'mail.tidy',
  cron: '40 2 * * *',
  run: async (ctx) => {
    const ago = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS)
    await removeOldMails(ctx, { sentBefore: ago(30), failedBefore: ago(90) })
  },
}
