import { eventLog, readLog } from '#core/memory/index.ts'
import { peopleLike, personNames } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { writeCsv } from '#platform/csv.ts'
import { Reply } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { eventCells, readCells } from './log.lines.ts'
import { kindsOf, LogQuery, moment, words } from './log.rules.ts'
import { LogPage } from './log.view.tsx'
import { MyReadsPage } from './my-reads.view.tsx'

const PER_PAGE = 50
const PER_FILE = 5000

export const logRoutes = [
  get('/verwaltung/protokoll', { may: 'audit.see', audience: 'staff', query: LogQuery, show: (ctx, { query }) => logPage(ctx, query) }),

  get('/verwaltung/protokoll.csv', {
    may: 'audit.see',
    audience: 'staff',
    query: LogQuery,
    limit: [{ points: 20, seconds: 60, per: 'account' }],
    show: async (ctx, { query }) => {
      const { events, reads, names } = await found(ctx, query, PER_FILE)
      const lines = query.ansicht === 'zugriffe' ? reads.map((one) => readCells(one, names)) : events.map((one) => eventCells(one, names))
      const heads = ['at', 'who', 'role', 'what', 'about'].map((column) => textIn(ctx.locale, `administration.log.${column}`))
      return new Reply(writeCsv([heads, ...lines]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="protokoll-${query.ansicht}.csv"`,
        'cache-control': 'no-store',
      })
    },
  }),

  get('/mein/daten/zugriffe', {
    may: 'signedIn',
    audience: 'internal',
    query: LogQuery.pick({ vor: true }),
    show: async (ctx, { query: { vor } }) => {
      const { personId } = ctx.actor
      const reads = personId ? await readLog(ctx, { personId, before: vor }, PER_PAGE + 1) : []
      return <MyReadsPage reads={reads.slice(0, PER_PAGE)} more={reads.length > PER_PAGE} first={!vor} />
    },
  }),
]

/** Both lists by the same questions; only the one that is asked for is read. */
async function found(ctx: Ctx, query: LogQuery, limit: number) {
  const period = {
    from: moment(query.von, false, ctx.town.timeZone),
    until: moment(query.bis, true, ctx.town.timeZone),
    before: query.vor,
  }
  const reading = query.ansicht === 'zugriffe'
  const events = reading ? [] : await eventLog(ctx, kindsOf(query.art), { ...period, personId: query.wer }, limit)
  const reads = reading ? await readLog(ctx, { ...period, readerId: query.wer, personId: query.wen }, limit) : []
  const names = await personNames(ctx, [
    ...events.flatMap(({ actorPersonId, about }) =>
      [actorPersonId ?? [], ...about.flatMap(({ type, id }) => (type === 'person' ? id : []))].flat(),
    ),
    ...reads.flatMap(({ readerId, personId }) => [readerId, personId ?? []].flat()),
    ...[query.wer ?? [], query.wen ?? []].flat(),
  ])
  return { events, reads, names }
}

async function logPage(ctx: Ctx, query: LogQuery) {
  const { events, reads, names } = await found(ctx, query, PER_PAGE + 1)
  const candidates = query.name ? await peopleLike(ctx, query.name, 8) : []
  return (
    <LogPage
      query={query}
      events={events.slice(0, PER_PAGE)}
      reads={reads.slice(0, PER_PAGE)}
      more={Math.max(events.length, reads.length) > PER_PAGE}
      names={names}
      candidates={candidates}
      words={words()}
    />
  )
}
