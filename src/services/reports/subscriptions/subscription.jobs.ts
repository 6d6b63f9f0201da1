import { z } from 'zod'
import { AccountDeleted } from '#core/accounts/index.ts'
import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { defineJob, type Listener, type Schedule } from '#platform/module.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { caseOf } from '../news.ts'
import { keysFor, type Pace, type Subscription } from './subscription.rules.ts'
import {
  deleteSubscriptionsOf,
  deleteUnconfirmed,
  noteHits,
  subscriptionById,
  takeNow,
  takeWaiting,
  waitingReaders,
} from './subscription.sql.ts'
import { endPath, listPath } from './subscription.verbs.ts'

/** As many as one transaction tells. */
const PAGE = 200
/** Reports named in one digest; the list has the rest. */
const NAMED = 20

/** A report that became public finds its subscriptions. Shown again after it was hidden, it is not told again. */
export const subscriptionNews: Listener = {
  name: 'report.subscriptions',
  kinds: ['report.published'],
  concerns: ({ audience }) => audience === 'public',
  react: async (ctx, event) => {
    const it = await caseOf(ctx, event)
    if (it?.kind !== 'report' || !it.published) return
    const report = { ...it, categoryId: it.typeId }
    const now = await noteHits(ctx, it.id, keysFor(report), report, event.actor.personId ?? undefined)
    if (now > 0) enqueue(ctx, tellSubscribersJob.name, { caseId: it.id })
  },
}

/** Where somebody lives and what she looks at goes with her account. */
export const subscriptionEnd: Listener = {
  name: 'report.subscriptionsOfDeletedAccount',
  kinds: [AccountDeleted.kind],
  react: async (ctx, { about }) => {
    const persons = about.flatMap(({ type, id }) => (type === 'person' ? [id] : []))
    if (persons.length > 0) await deleteSubscriptionsOf(ctx, persons)
  },
}

/** Tells page by page. Who was taken is told with the same commit: a job that breaks off and runs again tells nobody twice. */
export const tellSubscribersJob = defineJob({
  name: 'report.tellSubscribers',
  payload: z.object({ caseId: z.uuid() }),
  run: async (ctx, { caseId }) => {
    const [it] = await casesById(ctx, [caseId])
    // Hidden meanwhile: nothing is said of it.
    if (!it?.published) return
    const readers = await takeNow(ctx, caseId, PAGE)
    for (const reader of readers) await tellOne(ctx, reader, [it])
    if (readers.length === PAGE) enqueue(ctx, 'report.tellSubscribers', { caseId })
  },
})

const Digest = z.object({ pace: z.enum(['daily', 'weekly']), after: z.string().optional() })

/** The collected mails of a day or a week, a page of readers in a transaction. */
export const digestJob = defineJob({ name: 'report.subscriptionDigest', payload: Digest, run: (ctx, page) => tellDigests(ctx, page) })

export async function tellDigests(ctx: Ctx, { pace, after }: z.output<typeof Digest>): Promise<void> {
  const readers = await waitingReaders(ctx, pace, after ? Buffer.from(after, 'hex') : undefined, PAGE)
  for (const reader of readers) {
    const taken = await takeWaiting(ctx, pace, reader)
    const subscription = taken && (await subscriptionById(ctx, taken.subscriptionId))
    if (!subscription) continue
    const shown = (await casesById(ctx, taken.caseIds.slice(0, 200))).filter(({ published }) => published)
    if (shown.length > 0) await tellOne(ctx, subscription, shown)
  }
  if (readers.length === PAGE) enqueue(ctx, 'report.subscriptionDigest', { pace, after: readers.at(-1)!.toString('hex') })
}

const schedule = (pace: Exclude<Pace, 'now'>, cron: string): Schedule => ({
  name: `report.digest.${pace}`,
  cron,
  run: async (ctx) => enqueue(ctx, digestJob.name, { pace }, { key: `report.digest.${pace}` }),
})

/** Hours in which an address must be confirmed. */
const CONFIRM_HOURS = 24

export const subscriptionSchedules: readonly Schedule[] = [
  schedule('daily', '10 5 * * *'),
  schedule('weekly', '20 5 * * 1'),
  {
    name: 'report.forgetUnconfirmedSubscriptions',
    cron: '50 * * * *',
    run: async (ctx) => void (await deleteUnconfirmed(ctx, new Date(ctx.now().getTime() - CONFIRM_HOURS * 3_600_000))),
  },
]

const words = ({ title, placeLabel, number }: Case): string => [title, placeLabel, number].filter(Boolean).join(' · ')

async function tellOne(ctx: Ctx, it: Subscription, reports: readonly Case[]): Promise<void> {
  const [first] = reports
  if (!first) return
  const params = { count: reports.length, title: first.title, place: first.placeLabel, number: first.number }
  if (it.personId) {
    const path = reports.length === 1 ? `/meldungen/${first.number}` : '/meldungen'
    const email = { text: 'subscription.mail.person', params: { reports: reports.slice(0, NAMED).map(words).join('\n') } }
    return await notify(ctx, { personId: it.personId, kind: 'report.subscription', text: 'subscription.tell', params, path, email })
  }
  if (!it.email) return
  await mailTo(ctx, {
    email: it.email,
    locale: it.locale,
    text: 'subscription.mail.news',
    params,
    list: [...reports.slice(0, NAMED).map((report) => ({ words: words(report), path: `/meldungen/${report.number}` }))],
    link: { text: 'subscription.mail.list', path: listPath(it) },
    unsubscribe: { path: endPath(it) },
  })
}
