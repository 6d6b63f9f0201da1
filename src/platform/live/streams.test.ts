import { afterEach, expect, test } from 'vitest'
import { createStreams, type Line, type Listening, type Streams, type StreamsOptions } from './streams.ts'

let streams: Streams
const make = (options: Partial<StreamsOptions> = {}) => {
  streams = createStreams({ valid: async (ids) => new Set(ids), gatherMs: 1, ...options })
}
afterEach(() => streams.stop())

const page = (more: Partial<Listening> = {}): Listening => ({
  townId: 'town',
  hears: new Map([['case:1', 'refresh']]),
  caller: 'someone',
  most: 10,
  ...more,
})
const opened = (more: Partial<Listening> = {}): Line => {
  const line = streams.open(page(more))
  if (typeof line === 'string') throw new Error(line)
  return line
}

/** Everything that a stream says until it ends. */
const toEnd = (line: Line): Promise<string> => new Response(line.body).text()

test('a change of the topic is told, several within a moment as one, and nothing of other topics and towns', async () => {
  make({ gatherMs: 30 })
  const line = opened()
  const said = toEnd(line)
  for (const eventId of ['e1', 'e2']) streams.changed({ townId: 'town', tags: ['report', 'case:1'], eventId })
  streams.changed({ townId: 'town', tags: ['case:2'], eventId: 'e3' })
  streams.changed({ townId: 'other', tags: ['case:1'], eventId: 'e4' })
  await expect.poll(() => streams.count).toBe(1)
  setTimeout(() => line.close(), 200)
  expect(await said).toBe('retry: 2000\n\nid: e2\ndata: <turbo-stream action="refresh"></turbo-stream>\n\n')
})

test('a quiet topic is a message of its own name', async () => {
  make()
  const line = opened({ hears: new Map([['person:1', 'bell']]) })
  line.say('bell', 'n1')
  line.close()
  expect(await toEnd(line)).toContain('id: n1\nevent: bell\ndata: 1\n\n')
})

test('there is room for so many, and for so many of one caller', () => {
  make({ max: 3 })
  const first = opened({ most: 2 })
  opened({ most: 2 })
  expect(streams.open(page({ most: 2 }))).toBe('tooMany')
  opened({ caller: 'another' })
  expect(streams.open(page({ caller: 'a third' }))).toBe('full')
  first.close()
  first.close()
  expect(streams.count).toBe(2)
  opened({ most: 2 })
})

test('a stream ends with its session', async () => {
  const ended = new Set<string>()
  make({ checkMs: 10, valid: async (ids) => new Set(ids.filter((id) => !ended.has(id))) })
  const line = opened({ sessionId: 's1' })
  const other = opened({ sessionId: 's2' })
  ended.add('s1')
  await toEnd(line)
  expect(streams.count).toBe(1)
  other.close()
})

test('while the sessions cannot be asked about, streams stay', async () => {
  let asked = 0
  make({
    checkMs: 5,
    valid: async () => {
      asked += 1
      throw new Error('no database')
    },
  })
  opened({ sessionId: 's1' })
  await expect.poll(() => asked).toBeGreaterThan(2)
  expect(streams.count).toBe(1)
})

test('who went away, who never read and who stays too long is let go', async () => {
  make({ heartbeatMs: 10, ageMs: 150 })
  const gone = opened()
  await gone.body.cancel()
  expect(streams.count).toBe(0)
  opened()
  await expect.poll(() => streams.count).toBe(0)
  const long = await toEnd(opened())
  expect(long.match(/^:$/gm)!.length).toBeGreaterThan(2)
})

test('after missed changes everybody connects again; after the end nobody can', async () => {
  make()
  const all = [opened(), opened()].map(toEnd)
  streams.missed()
  await Promise.all(all)
  streams.stop()
  expect(streams.open(page())).toBe('full')
})
