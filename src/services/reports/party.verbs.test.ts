import { expect, test } from 'vitest'
import { anybody, place } from '../../../test/setup/reports.ts'
import { thursday } from '../../../test/setup/town.ts'
import { caseByNumber, partyByCode, partyBySecret } from '../cases/index.ts'
import { joinReport, leaveReport, sendReport, subscribeToReport } from './index.ts'
import { deleteUnconfirmed } from './report.jobs.ts'
import { workshop } from './testing/workshop.ts'

const { t, kindsOf, take, codeOf, partyFor } = await workshop()

test('an answer without account: number and code open the case, wrong ones look alike, and nobody can lock the right one out', async () => {
  const { number, code } = await t.send()
  const open = (n: string, c: string) => t.as(anybody, (ctx) => partyByCode(ctx, { number: n, code: c }))
  expect(codeOf(await open(number.toLowerCase().replaceAll('-', ' '), `${code.slice(0, 4)} ${code.slice(4)}`))).toBe('ok')
  const wrong = await open(number, 'AAAAAAAAAAAA')
  expect(wrong).toEqual(await open('M-AAAA-AAAA', code))
  for (let i = 0; i < 30; i++) await open(number, 'AAAAAAAAAAAA')
  expect(codeOf(await open(number, code))).toBe('ok')
})

test('"me too" counts once per person and browser, and can be taken back', async () => {
  const { number, caseId } = await t.send({}, t.citizen)
  const mark = 'a'.repeat(20)
  const join = (actor: typeof t.citizen, input: object = {}) => t.as(actor, (ctx) => joinReport(ctx, { number, ...input }))
  const countOf = (joined: Awaited<ReturnType<typeof join>>) => joined.ok && [joined.value.supportCount, joined.value.already]
  expect(countOf(await join(t.neighbour))).toEqual([1, false])
  expect(countOf(await join(t.neighbour))).toEqual([1, true])
  const nina = { email: 'Nina@Example.org', mark: 'n'.repeat(20) }
  expect(countOf(await join(anybody, nina))).toEqual([2, false])
  expect(countOf(await join(anybody, nina))).toEqual([2, true])
  expect(countOf(await join(anybody, { mark }))).toEqual([3, false])
  expect(countOf(await join(anybody, { mark }))).toEqual([3, true])
  expect(countOf(await join(t.citizen))).toEqual([3, true])
  expect((await kindsOf(caseId)).filter((kind) => kind === 'report.joined')).toHaveLength(3)

  const joined = await join(anybody, { mark: 'b'.repeat(20) })
  const party = await partyFor(joined.ok ? joined.value.secret : '')
  expect(codeOf(await t.as(anybody, (ctx) => leaveReport(ctx, party)))).toBe('ok')
  expect((await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.supportCount).toBe(3)
  expect(await t.as(anybody, (ctx) => partyBySecret(ctx, joined.ok ? joined.value.secret : ''))).toBeUndefined()
})

test('nobody learns by "me too" whose address takes part in a report', async () => {
  const { number } = await t.send({ email: 'reporter@example.org' })
  const shapeOf = async (email: string, mark: string) => {
    const joined = await t.as(anybody, (ctx) => joinReport(ctx, { number, email, mark: mark.repeat(20) }))
    return joined.ok && [joined.value.already, joined.value.confirming, joined.value.secret.length, joined.value.code.length]
  }
  const unknown = await shapeOf('somebody@example.org', 'u')
  expect(unknown).toEqual([false, true, expect.any(Number), 12])
  expect(await shapeOf('reporter@example.org', 'v')).toEqual(unknown)
  expect(await shapeOf('reporter@example.org', 'v')).toEqual(await shapeOf('somebody@example.org', 'u'))
  expect((await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.supportCount).toBe(2)
})

test('what cannot be joined: unknown, unpublished and settled reports', async () => {
  const hidden = await t.send({ category: 'tree', text: 'Tel. 0911 1234567' })
  const ended = await t.send()
  await take(t.clerk, ended.number, 'end', { reason: 'noDefect', text: 'x' })
  for (const [number, code] of [
    ['M-AAAA-AAAA', 'unknown'],
    [hidden.number, 'unknown'],
    [ended.number, 'alreadyEnded'],
  ] as const) {
    expect(codeOf(await t.as(t.neighbour, (ctx) => joinReport(ctx, { number })))).toBe(code)
    expect(codeOf(await t.as(t.neighbour, (ctx) => subscribeToReport(ctx, { number })))).toBe(code)
  }
})

test('a report that wants a confirmed address waits, is never public here, and is deleted after a day', async () => {
  const refused = await t.as(anybody, (ctx) => sendReport(ctx, { category: 'odd', place, text: 'x' }))
  expect(codeOf(refused)).toBe('contactMissing')
  const waiting = await t.send({ category: 'odd', email: 'w@example.org' })
  expect([waiting.state, waiting.confirming]).toEqual(['unconfirmed', true])
  const later = new Date(thursday.getTime() + 25 * 3_600_000)
  expect(await t.as(undefined, deleteUnconfirmed)).toBe(0)
  expect(await t.as(undefined, deleteUnconfirmed, { now: later })).toBe(1)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, waiting.number))).toBeUndefined()
})

test('the same key sends once', async () => {
  const clientKey = 'key-of-a-phone'
  const first = await t.send({ clientKey })
  const again = await t.send({ clientKey })
  expect([again.number, again.repeated, again.secret]).toEqual([first.number, true, ''])
})

test('the same key sends once also when both come at once', async () => {
  const sent = await Promise.all([1, 2, 3].map(() => t.send({ clientKey: 'key-of-two-tabs' })))
  expect(new Set(sent.map(({ number }) => number)).size).toBe(1)
  expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1)
})
