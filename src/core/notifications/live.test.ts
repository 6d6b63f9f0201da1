import { get, type IncomingMessage } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { startWeb } from '#platform/http/listen.ts'
import { newId } from '#platform/ids.ts'
import { listen, onChange } from '#platform/live/changes.ts'
import { createStreams } from '#platform/live/streams.ts'
import { quietLog } from '#platform/log.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { setLive, validSessions } from './index.ts'
import { topicOf, withSlack } from './live.rules.ts'

const Felled = defineEvent({ kind: 'tree.felled', audience: 'public', data: z.object({}) })
const program = await testProgram()
const { town, pool, house } = program
const streams = createStreams({ valid: (ids) => validSessions(pool, ids, house.clock()), gatherMs: 5 })
setLive(streams, [
  { kind: 'tree', allowed: async () => true },
  { kind: 'trees', allowed: async () => true, tags: () => ['tree'] },
  { kind: 'secret', allowed: async (ctx) => ctx.actor.kind === 'person' },
])
onChange(streams.changed)
const web = await startWeb(house, { port: 0, host: '127.0.0.1' })
afterAll(async () => {
  streams.stop()
  await web.stop()
})

type Heard = { status: number; text: () => string; leave: () => void; ended: Promise<void> }

/** A browser's connection, over a real port. */
const listenAs = (path: string, { headers = {}, who }: { headers?: Record<string, string>; who?: SignedIn } = {}): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const cookie = who ? { cookie: `sitzung=${who.visitor.cookies.get('sitzung')}` } : {}
    const request = get(
      { port: web.port, path, headers: { host: 'neustadt.test', ...cookie, ...headers }, agent: false },
      (answer: IncomingMessage) => {
        let text = ''
        const ended = new Promise<void>((done) => answer.on('close', done))
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        answer.on('error', () => {})
        resolve({ status: answer.statusCode!, text: () => text, leave: () => request.destroy(), ended })
      },
    )
    request.on('error', reject)
    request.on('response', () => request.off('error', reject).on('error', () => {}))
  })

const fell = (id: string, now = program.clock.at) =>
  doing(pool, { town, now }, (ctx) => record(ctx, Felled, { about: [{ type: 'tree', id }], data: {} }))
const minutesAgo = (minutes: number) => new Date(program.clock.at.getTime() - minutes * 60_000)

test('an open page hears of a change with the id of the event, and of nothing else', async () => {
  const [mine, other] = [newId(), newId()]
  const page = await listenAs(`/live?topic=tree:${mine}`)
  await fell(other)
  const event = await fell(mine)
  await expect.poll(page.text).toContain(`id: ${event}\ndata: <turbo-stream action="refresh">`)
  expect(page.text().match(/turbo-stream action/g)).toHaveLength(1)
  page.leave()
})

test('a list hears of each of its kind', async () => {
  const page = await listenAs('/live?topic=trees')
  await fell(newId())
  await expect.poll(page.text).toContain('refresh')
  page.leave()
})

test('changes of other processes are heard', async () => {
  const ear = listen(program.appUrl, quietLog)
  const id = newId()
  const page = await listenAs(`/live?topic=tree:${id}`)
  await expect
    .poll(async () => {
      await pool.query("SELECT pg_notify('stadtplatz_changes', $1)", [
        JSON.stringify({ townId: town.id, tags: [`tree:${id}`], eventId: 'far' }),
      ])
      return page.text()
    })
    .toContain('id: far')
  page.leave()
  await ear.stop()
})

test('who comes back hears at once that something happened meanwhile, and nothing when nothing did', async () => {
  const id = newId()
  const seen = await fell(id, minutesAgo(10))
  const quiet = await listenAs(`/live?topic=tree:${id}`, { headers: { 'last-event-id': newId(minutesAgo(5).getTime()) } })
  await fell(id, minutesAgo(1))
  const back = await listenAs(`/live?topic=tree:${id}`, { headers: { 'last-event-id': seen } })
  await expect.poll(back.text).toContain('refresh')
  const list = await listenAs(`/live?topic=trees&seit=${seen}`)
  await expect.poll(list.text).toContain('refresh')
  expect(quiet.text().match(/refresh/g) ?? []).toHaveLength(1)
  for (const page of [quiet, back, list]) page.leave()
})

test('what is not there and what is not for you look the same', async () => {
  for (const topic of ['secret', 'nothing', 'nothing:1', 'tree:%27', `unknown:${newId()}`]) {
    const answer = await listenAs(`/live?topic=${topic}`)
    expect(answer.status, topic).toBe(404)
  }
  const page = await listenAs('/live?topic=secret', { who: await program.signedIn() })
  expect(page.status).toBe(200)
  page.leave()
  expect((await listenAs('/live')).status).toBe(400)
})

test('a stream ends within a second of the session', async () => {
  const who = await program.signedIn()
  const page = await listenAs('/live?topic=secret', { who })
  await pool.query('DELETE FROM core.session WHERE account_id = $1', [who.accountId])
  const since = performance.now()
  await page.ended
  expect(performance.now() - since).toBeLessThan(1_500)
})

test('pages that were left are let go, and no database connection is held by open ones', async () => {
  const before = streams.count
  const pages = await Promise.all(Array.from({ length: 40 }, () => listenAs(`/live?topic=tree:${newId()}`)))
  expect(streams.count).toBe(before + 40)
  expect(pool.totalCount - pool.idleCount).toBe(0)
  for (const page of pages) page.leave()
  await expect.poll(() => streams.count).toBeLessThanOrEqual(before)
})

test('topics are words, with an id or without', () => {
  expect(topicOf('case:1')).toEqual({ kind: 'case', id: '1' })
  expect(topicOf('desk')).toEqual({ kind: 'desk', id: '' })
})

test('slack moves an id back in time and keeps it an id', () => {
  const id = newId(1_000_000_000_000)
  expect(withSlack(id, 5)).toBe(newId(999_999_999_995).slice(0, 13) + id.slice(13))
  expect(withSlack(newId(3), 5).startsWith('00000000-0000-7')).toBe(true)
})
