import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { hasText, textIn } from '#platform/text.ts'
import { SUMMARY, unsubscribePath } from './notification.rules.ts'
import { readerOf, removeBefore } from './notification.sql.ts'
import { markSummed, peopleWithSummary, takeForSummary } from './summary.sql.ts'

/** More than that nobody reads in a mail; the page has all. */
const LINES = 25

/** In the morning, one mail for all that happened since the last one. */
export const summarySchedule: Schedule = {
  name: 'notification.summaries',
  cron: '0 5 * * *',
  run: async (ctx) => {
    for (const personId of await peopleWithSummary(ctx)) enqueue(ctx, 'notification.summary', { personId }, { key: `summary ${personId}` })
  },
}

export const summaryJob = defineJob({
  name: 'notification.summary',
  payload: z.object({ personId: z.uuid() }),
  run: async (ctx, { personId }) => {
    const waiting = await takeForSummary(ctx, personId)
    if (waiting.length === 0) return
    await markSummed(
      ctx,
      waiting.map(({ id }) => id),
    )
    const reader = await readerOf(ctx, personId)
    // What she has read in the app is no news.
    const news = waiting.filter(({ readAt, text }) => !readAt && hasText(text, reader?.locale))
    if (!reader?.email || news.length === 0) return
    await mailTo(ctx, {
      email: reader.email,
      locale: reader.locale,
      text: 'notifications.summary',
      params: { count: news.length, shown: Math.min(news.length, LINES) },
      list: news.slice(-LINES).map(({ text, params, path }) => ({ words: textIn(reader.locale, text, params), path })),
      link: { text: 'notifications.summary.link', path: '/mein/mitteilungen' },
      unsubscribe: { path: unsubscribePath(ctx.town.id, personId, SUMMARY) },
    })
  },
})

export const tidyNotifications: Schedule = {
  name: 'notification.tidy',
  cron: '50 2 * * *',
  run: async (ctx) => void (await removeBefore(ctx, new Date(ctx.now().getTime() - 365 * 86_400_000))),
}
