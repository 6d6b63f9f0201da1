import { expect, test } from 'vitest'
import { eventKinds } from '#core/memory/index.ts'
import { loadConfig } from '#platform/config.ts'
import { modulesFor } from '../../app.ts'
import { eventsOf, kindOf, kinds, tellsGone, toldEvents } from './kinds.rules.ts'
import { messageOf } from './message.rules.ts'
import { delayAfter, delays, verdictOf } from './retry.rules.ts'
import { urlTrouble } from './webhook.rules.ts'

// Loading every module defines every event there is.
modulesFor(
  loadConfig({ DEMO: '0', PUBLIC_URL: 'https://town.example', DATA_DIR: '/nowhere', SECRET: 'a secret that opens nothing at all' }),
)

test('every public event of a report has a word for the outside, and nothing else has one', () => {
  const words = ['report', 'assignment', 'work', 'veto', 'word', 'question', 'message', 'note', 'escalation']
  const mine = eventKinds().filter(({ kind }) => words.includes(kind.split('.')[0]!))
  const open = mine.filter(({ audience }) => audience === 'public').map(({ kind }) => kind)
  expect(open.length).toBeGreaterThan(20)
  expect([...toldEvents].sort()).toEqual(open.sort())
  expect(new Set(toldEvents).size).toBe(toldEvents.length)
  for (const { kind, events } of kinds) expect(events.map(kindOf)).toEqual(events.map(() => kind))
  expect(eventsOf(['report.done', 'report.hidden'])).toEqual(['work.done', 'report.hidden'])
  expect(kinds.filter(({ kind }) => tellsGone(kind)).map(({ kind }) => kind)).toEqual(['report.hidden'])
})

test('ten repeats in three days, each at most a fifth from its time, then no more', () => {
  const hours = delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000
  expect(hours).toBeGreaterThan(70)
  expect(hours).toBeLessThan(76)
  for (const [index, delay] of delays.entries()) {
    expect(delayAfter(index + 1, () => 0)).toBe(Math.round(delay * 0.8))
    expect(delayAfter(index + 1, () => 0.5)).toBe(delay)
    expect(delayAfter(index + 1, () => 0.999_999)).toBeLessThanOrEqual(delay * 1.2)
  }
  expect(delays).toEqual([...delays].sort((a, b) => a - b))
  expect(delayAfter(delays.length + 1)).toBeUndefined()
})

test.each([
  [200, 'sent'],
  [204, 'sent'],
  [299, 'sent'],
  [301, 'again'],
  [308, 'again'],
  [400, 'again'],
  [404, 'again'],
  [410, 'gone'],
  [429, 'again'],
  [500, 'again'],
  [undefined, 'again'],
] as const)('an answer %s means %s', (status, verdict) => {
  expect(verdictOf(status)).toBe(verdict)
})

test('a message has what is documented and nothing else', () => {
  const happenedAt = new Date('2026-05-07T07:20:00Z')
  const town = { slug: 'neustadt', name: 'Neustadt', url: 'https://neustadt.example' }
  const delivery = {
    ...{ eventId: 'e', kind: 'report.done', caseId: 'secret', number: 'M-7K4P-29QX', stage: 'done', happenedAt },
    ...{ state: 'waiting' as const, tries: 3, nextAt: happenedAt, endedAt: undefined },
  }
  expect(messageOf(delivery, town)).toEqual({
    id: 'e',
    kind: 'report.done',
    time: '2026-05-07T07:20:00.000Z',
    town,
    subject: { type: 'report', number: 'M-7K4P-29QX', url: 'https://neustadt.example/meldungen/M-7K4P-29QX' },
    stage: 'done',
  })
  expect(messageOf({ ...delivery, kind: 'test', number: undefined, stage: undefined }, town)).toEqual({
    ...{ id: 'e', kind: 'test', time: '2026-05-07T07:20:00.000Z', town, subject: null },
  })
})

test('the receiver without scheme and host is there in the demo alone', () => {
  expect(urlTrouble('/demo/empfaenger/ok', { opened: [], demo: true })).toBeUndefined()
  expect(urlTrouble('/demo/empfaenger/ok?n=1', { opened: [], demo: true })).toBeUndefined()
  expect(urlTrouble('/demo/empfaenger/ok/../x', { opened: [], demo: true })).toBe('noAddress')
  expect(urlTrouble('/demo/empfaenger/ok', { opened: [], demo: false })).toBe('noAddress')
  expect(urlTrouble('/demo/empfaenger/../../verwaltung', { opened: [], demo: true })).toBe('noAddress')
})
