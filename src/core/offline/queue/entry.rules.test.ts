import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterAttempt,
  backOff,
  type Entry,
  isDue,
  isOld,
  isUnsent,
  LEASE_MS,
  nextLook,
  type Outcome,
  RECEIPT_MS,
  taken,
} from './entry.rules.ts'

const now = 1_800_000_000_000
const entry: Entry = {
  id: '0198f2b0-0000-7000-8000-000000000001',
  base: '',
  owner: '',
  title: 'Schlagloch',
  url: '/meldungen/ohne-netz',
  page: '/meldungen/ohne-netz',
  fields: [['text', 'Loch']],
  keyField: 'clientKey',
  keep: { path: '/s/secret', code: 'ACDE' },
  state: 'waiting',
  attempts: 0,
  nextAt: 0,
  leaseUntil: 0,
  problem: undefined,
  answer: undefined,
  madeAt: now,
  sentAt: undefined,
}

describe('the next attempt', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [5, 80_000],
    [8, 640_000],
    [9, 900_000],
    [500, 900_000],
  ])('after %i failures is in %i ms', (attempts, ms) => expect(backOff(attempts)).toBe(ms))

  it('never comes sooner than the one before, nor later than a quarter of an hour', () =>
    fc.assert(
      fc.property(fc.nat(1000), (attempts) => {
        expect(backOff(attempts + 1)).toBeGreaterThanOrEqual(backOff(attempts))
        expect(backOff(attempts)).toBeLessThanOrEqual(15 * 60_000)
      }),
    ))
})

describe('who may send it', () => {
  it.each([
    ['it waits', {}, {}, true],
    ['its time has not come', { nextAt: now + 1 }, {}, false],
    ['a person wants it now', { nextAt: now + 1 }, { force: true }, true],
    ['another tab is at it', { state: 'sending', leaseUntil: now + 1 }, { force: true }, false],
    ['the page that was at it is gone', { state: 'sending', leaseUntil: now + 1 }, { alone: true }, true],
    ['the other tab has died', { state: 'sending', leaseUntil: now }, {}, true],
    ['it is still being written', { state: 'draft' }, { force: true, alone: true }, false],
    ['the server said no', { state: 'refused' }, { force: true, alone: true }, false],
    ['it was sent', { state: 'sent' }, { force: true, alone: true }, false],
  ] as const)('%s', (_, change, how, due) => expect(isDue({ ...entry, ...change }, now, how)).toBe(due))

  it('nobody else while one has it', () => {
    const ours = taken(entry, now)
    expect(isDue(ours, now + LEASE_MS - 1, { force: true })).toBe(false)
    expect(isDue(ours, now + LEASE_MS)).toBe(true)
  })
})

describe('after an attempt', () => {
  it('what was sent keeps the way to it and nothing that was written', () => {
    const sent = afterAttempt(entry, { kind: 'sent', answer: { path: '/meldungen/gesendet/M-2222-3333', number: 'M-2222-3333' } }, now)
    expect(sent).toMatchObject({ state: 'sent', fields: [], keep: { path: '/s/secret', code: 'ACDE' }, sentAt: now })
    expect(isUnsent(sent)).toBe(false)
    expect(isOld(sent, now + RECEIPT_MS - 1)).toBe(false)
    expect(isOld(sent, now + RECEIPT_MS)).toBe(true)
  })

  it('the server may ask for more patience than we have', () =>
    expect(afterAttempt(entry, { kind: 'later', reached: true, afterMs: 30_000 }, now).nextAt).toBe(now + 30_000))

  it('what was refused says why, and is not tried again by itself', () => {
    const refused = afterAttempt(entry, { kind: 'refused', code: 'placeUnknown', words: 'Den Ort gibt es nicht.' }, now)
    expect(refused).toMatchObject({
      state: 'refused',
      problem: { code: 'placeUnknown', words: 'Den Ort gibt es nicht.' },
      fields: entry.fields,
    })
    expect(nextLook([refused])).toBeUndefined()
  })

  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.record({ kind: fc.constant('later' as const), reached: fc.boolean() }),
    fc.record({ kind: fc.constant('signIn' as const) }),
  )
  it('nothing is lost or given up, however often it fails', () =>
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 40 }), (outcomes) => {
        const left = outcomes.reduce((it, each) => afterAttempt(taken(it, now), each, now), entry)
        expect(left).toMatchObject({ id: entry.id, fields: entry.fields, state: 'waiting' })
        expect(isUnsent(left)).toBe(true)
        expect(isDue(left, left.nextAt)).toBe(true)
      }),
    ))
})
