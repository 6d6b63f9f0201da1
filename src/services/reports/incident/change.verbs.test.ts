import { expect, test } from 'vitest'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber } from '../../cases/index.ts'
import { hideReport } from '../index.ts'
import { decidePromises } from '../promise/break.ts'
import { heap } from './testing/heap.ts'

const { t, next, codeOf, take, merge, split, undo, caseOf, seenBy, atDesk, three } = await heap()

test('who joins inherits the promise; afterwards the own one counts again, on its day', async () => {
  const { a, b, parties } = await three()
  const own = (await seenBy(parties[1])).promise
  expect(own?.outcome).toBeUndefined()
  await merge(a, [b])
  const later = { now: new Date(thursday.getTime() + 60 * 86_400_000) }
  await t.as(undefined, decidePromises, later)
  const outcome = (number: string) =>
    t.as(undefined, async (ctx) => {
      const { id } = (await caseByNumber(ctx, number))!
      return await ctx.db
        .selectFrom('services.promise')
        .select(['outcome', 'due_on'])
        .where('tenant_id', '=', ctx.town.id)
        .where('case_id', '=', id)
        .executeTakeFirstOrThrow()
    })
  expect([(await outcome(a)).outcome, (await outcome(b)).outcome]).toEqual(['broken', 'joined'])
  expect((await seenBy(parties[1])).promise?.outcome).toBe('broken')
  await split(a, [b])
  expect(await outcome(b)).toEqual({ outcome: null, due_on: own?.dueOn })
})

test('two incidents become one and come apart again; no chains, no circles, no stranger', async () => {
  const first = await three()
  const second = await three()
  await merge(first.a, [first.b])
  await merge(second.a, [second.b])
  expect(await merge(second.b, [first.c])).toBe('ok')
  expect((await caseOf(first.c)).incidentId).toBe((await caseOf(second.a)).id)
  expect(await merge(first.a, [second.b])).toBe('inOtherIncident')
  expect(await merge(second.a, [second.b])).toBe('sameIncident')
  expect(await merge(first.b, [first.a])).toBe('sameIncident')
  expect(await merge(second.a, [second.a])).toBe('sameIncident')
  expect(await merge(second.a, ['M-AAAA-AAAA'])).toBe('unknown')
  expect(await merge('M-AAAA-AAAA', [second.a])).toBe('goesOnUnknown')
  expect(await merge(first.a, [second.a], t.gardener)).toBe('notYourUnit')
  expect(await merge(first.a, [second.a], t.citizen)).toBe('notAllowed')
  expect(await merge(first.a, [second.a])).toBe('ok')
  for (const number of [second.a, second.b, first.b, first.c]) expect((await caseOf(number)).incidentId).toBe((await caseOf(first.a)).id)
  expect(await undo(first.a, t.gardener)).toBe('notYourUnit')
  expect(await undo(first.a)).toBe('ok')
  expect((await caseOf(second.a)).incidentId).toBeUndefined()
  expect((await caseOf(second.b)).incidentId).toBe((await caseOf(second.a)).id)
  expect(await split(second.a, [second.b])).toBe('ok')
  expect(await merge(first.a, [second.b])).toBe('ok')
  // It has gone on elsewhere.
  expect(await undo(second.a)).toBe('movedOn')
  expect((await atDesk(second.a)).incident?.last?.mayUndo).toBe(false)
  const done = await t.send()
  await take(done.number, 'accept')
  await take(done.number, 'finish', { noPhotoReason: 'unsafe' })
  expect(await merge(first.a, [done.number])).toBe('cannotJoin')
  expect(await merge(done.number, [second.a])).toBe('ok')
})

test('nobody is put back to rest at a report that has ended, or public ones at one that is hidden', async () => {
  const parted = async () => {
    const { a, b, c } = await three()
    expect(await merge(a, [b, c])).toBe('ok')
    expect(await split(a, [b])).toBe('ok')
    return { a, b, c }
  }
  const refused = async ({ a, b }: { a: string; b: string }) => {
    expect((await atDesk(a)).incident?.last?.mayUndo).toBe(false)
    expect(await undo(a)).toBe('movedOn')
    expect((await caseOf(b)).incidentId).toBeUndefined()
    expect(await take(b, 'accept')).toBe('ok')
  }
  const ended = await parted()
  expect(await take(ended.a, 'end', { reason: 'noDefect', text: 'Da ist nichts.' })).toBe('ok')
  await refused(ended)
  const hidden = await parted()
  for (const number of [hidden.c, hidden.a])
    expect(codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number, reason: 'personalData' }), next()))).toBe('ok')
  await refused(hidden)
  // Done is not ended: who was part of it is part of it again, and may say that it is not so.
  const done = await parted()
  await take(done.a, 'accept')
  expect(await take(done.a, 'finish', { noPhotoReason: 'unsafe' })).toBe('ok')
  expect(await undo(done.a)).toBe('ok')
})

test('two clerks who join A to B and B to A at once come to one end, however often', async () => {
  for (let round = 0; round < 6; round++) {
    const { a, b, c } = await three()
    const results = await Promise.all([merge(a, [b, c]), merge(b, [a]), merge(c, [a, b]), take(a, 'accept'), take(b, 'accept')])
    expect(results.slice(0, 3)).toContain('ok')
    const cases = await Promise.all([a, b, c].map(caseOf))
    const heads = cases.filter(({ incidentId }) => incidentId === undefined)
    expect(heads).toHaveLength(1)
    for (const it of cases) expect(it.incidentId ?? it.id).toBe(heads[0]!.id)
  }
})
