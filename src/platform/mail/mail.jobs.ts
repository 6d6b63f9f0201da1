import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { defineJob, type Schedule } from '../module.ts'
import { beginAttempt, markSent, markTrouble, removeOldMails } from './mail.sql.ts'
import { currentMailing, type Delivery, hasMailbox } from './mailing.ts'

const DAY = 86_400_000

/** After that a mail is of no use to its reader. */
const GIVE_UP_MS = 3 * DAY

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
        const over = delivery.outcome === 'refused' || own.now().getTime() - mail.createdAt.getTime() > GIVE_UP_MS
        await markTrouble(own, mailId, { code: delivery.code, state: over ? 'failed' : 'waiting' })
        if (!over) await enqueue(own, 'mail.send', { mailId }, { runAt: new Date(own.now().getTime() + delayOf(mail.attempts)) })
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

/** 5 s, 10 s, 20 s … at most two minutes, spread so that a thousand waiting mails do not come at once. */
export const delayOf = (attempts: number, random: () => number = Math.random): number =>
  Math.min(120_000, 5_000 * 2 ** Math.min(attempts - 1, 6)) * (0.75 + random() / 2)

/** Addresses are kept no longer than somebody may ask where a mail is. */
export const tidyMails: Schedule = {
  name: 'mail.tidy',
  cron: '40 2 * * *',
  run: async (ctx) => {
    const ago = (days: number) => new Date(ctx.now().getTime() - days * DAY)
    await removeOldMails(ctx, { sentBefore: ago(30), failedBefore: ago(90) })
  },
}
