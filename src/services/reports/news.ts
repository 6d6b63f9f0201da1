import { z } from 'zod'
import { eventById, markReaction } from '#core/memory/index.ts'
import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Happened, type Listener } from '#platform/module.ts'
import { textIn } from '#platform/text.ts'
import { type Case, casesById, type Party } from '../cases/index.ts'
import { mailParty } from '../cases/mail/party-mail.ts'
import { messagesOf } from '../cases/message.sql.ts'
import { type PartyCursor, partiesOf, partiesOfAll } from '../cases/party.sql.ts'
import { seenOf } from './incident/history.rules.ts'
import { restedAt } from './incident/incident.sql.ts'
import { promiseEvents } from './promise/promise.events.ts'
import { promiseWords } from './promise/wording.ts'
import { objectionWords } from './proof/wording.ts'
import { reportEvents } from './report.events.ts'

/** Steps that parties hear of. Each has a sentence `report.news.{kind}`. */
const told = [
  'report.published',
  'assignment.accepted',
  'work.planned',
  'work.started',
  'work.handedOut',
  'question.asked',
  'question.expired',
  'work.done',
  'report.ended',
  'report.reopened',
  'report.hidden',
  'report.shown',
  'report.merged',
  'report.split',
  'veto.escalated',
  'veto.turnedDown',
  'word.given',
  'message.sent',
  'promise.broken',
  'promise.renewed',
]

/** As many as one transaction tells. */
const PAGE = 200

/** The parties of a report hear of each step once, by the way they chose: notification with an account, else mail to a confirmed address. */
export const partyNews: Listener = {
  name: 'report.partyNews',
  kinds: told,
  concerns: (event) => event.audience !== 'internal' && !(event.kind === 'report.published' && event.actor.role !== 'moderator'),
  react: (ctx, event) => tellPage(ctx, event),
}

/** Tells those behind the first page, page by page. */
export const tellPartiesJob = defineJob({
  name: 'report.tellParties',
  payload: z.object({ eventId: z.uuid(), after: z.object({ since: z.coerce.date(), id: z.uuid() }) }),
  run: async (ctx, { eventId, after }) => {
    // A job whose end was not noted runs again; a page is told once all the same.
    if (!(await markReaction(ctx, `${partyNews.name} ${after.id}`, eventId))) return
    const event = await eventById(ctx, eventId)
    if (event) await tellPage(ctx, event, after)
  },
})

async function tellPage(ctx: Ctx, event: Happened, after?: PartyCursor): Promise<void> {
  const it = await caseOf(ctx, event)
  if (it?.kind !== 'report') return
  const of = await concerned(ctx, it, event)
  const cases = new Map((await casesById(ctx, of)).map((one) => [one.id, one]))
  const parties =
    of.length === 1 ? await partiesOf(ctx, of[0]!, { after, limit: PAGE }) : await partiesOfAll(ctx, of, { after, limit: PAGE })
  const last = parties[PAGE - 1]
  if (last) enqueue(ctx, tellPartiesJob.name, { eventId: event.id, after: { since: last.since, id: last.id } })
  const words = await wordsOf(ctx, it, event)
  for (const party of parties) {
    const own = cases.get(party.caseId)
    const seen = own && howSeen(own, it, event)
    if (!own || seen === 'nothing' || !hears(party, event)) continue
    await tellParty(ctx, { own, head: it }, party, event, seen === 'whole' ? (words ?? '') : '')
  }
}

/** The reports whose parties hear of it: of a step all that rested there then, of joining and parting those that moved. */
async function concerned(ctx: Ctx, it: Case, { kind, about, at }: Happened): Promise<string[]> {
  if (kind === 'report.merged' || kind === 'report.split')
    return about.flatMap(({ type, id }) => (type === 'case' && id !== it.id ? [id] : []))
  return [it.id, ...(await restedAt(ctx, it.id, at))]
}

function howSeen(own: Case, head: Case, { kind, audience, data }: Happened): 'whole' | 'bare' | 'nothing' {
  if (own.id !== head.id && aloneOf.has(kind)) return 'nothing'
  if (kind === 'report.merged' || kind === 'report.split') return 'whole'
  return seenOf(
    { caseId: own.id, audience: 'parties' },
    { caseId: head.id, audience, kindAudience: steps.get(kind)?.audience ?? 'internal', shared: data.shared === true, published: true },
  )
}

/** What only the parties of the report itself hear. */
const aloneOf: ReadonlySet<string> = new Set(['report.published', 'report.hidden', 'report.shown'])
const steps = new Map([...Object.values(reportEvents), ...Object.values(promiseEvents)].map((step) => [step.kind, step]))

export async function caseOf(ctx: Ctx, event: Happened): Promise<Case | undefined> {
  // The first subject of its own is the case it is about; a merged report names the other one as well.
  const ids = event.about.filter(({ type }) => type === 'case').map(({ id }) => id)
  const found = await casesById(ctx, ids)
  return found.find((it) => it.number === event.data.number) ?? found[0]
}

function hears(party: Party, { audience, data, actor, kind }: Happened): boolean {
  if (data.partyId === party.id) return false
  if (party.personId && party.personId === actor.personId) return false
  if (kind === 'report.published') return party.role === 'reporter'
  // The statement of reasons is for those whose report it is.
  if (kind === 'report.hidden') return party.role !== 'subscriber'
  return audience === 'public' || party.role !== 'subscriber'
}

/** What was said with the step; for the reader's eyes, never in an event. */
async function wordsOf(ctx: Ctx, it: Case, { data }: Happened): Promise<string | undefined> {
  if (typeof data.messageId !== 'string') return undefined
  return (await messagesOf(ctx, it.id, ['public', 'parties'])).find(({ id }) => id === data.messageId)?.text
}

/** Each hears of the own report, by its number and link, however the step was taken. */
async function tellParty(
  ctx: Ctx,
  { own: it, head }: { own: Case; head: Case },
  party: Party,
  event: Happened,
  said: string,
): Promise<void> {
  const params = { number: it.number, title: it.title, place: it.placeLabel }
  const { kind } = event
  const text = `report.news.${kind}`
  if (party.personId) {
    const path = it.published && kind !== 'question.asked' ? `/meldungen/${it.number}` : `/status/${it.number}`
    return await notify(ctx, { personId: party.personId, kind: 'report.news', text, params, path })
  }
  const more = kind === 'work.done' ? objectionWords(ctx, head, party) : promiseWords(event, party.locale)
  await mailParty(ctx, it, party, {
    text: 'report.mail.news',
    link: 'report.mail.news.link',
    params: { ...params, words: textIn(party.locale, text, params), said: [said, more].filter(Boolean).join('\n\n') },
  })
}
