import { expect, test } from 'vitest'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { publicCases } from '../../cases/index.ts'
import { monthFigures } from '../figures/overview.ts'
import { refreshFigures } from '../figures/refresh.ts'
import { deskReports, hideReport, joinReport, myReports, recategorise, writeToParties } from '../index.ts'
import { writeToTown } from '../party.verbs.ts'
import { mergeReports, undoChange } from './incident.verbs.ts'
import { heap } from './testing/heap.ts'

const { pool, t, next, codeOf, take, merge, split, undo, caseOf, partyFor, seenBy, inPublic, atDesk, kinds, three } = await heap()

test('one step on the report that goes on stands with each reporter; taken out, a report is as it was', async () => {
  const { a, b, c, parties } = await three()
  await take(b, 'accept', { text: 'Wir sehen nach.' })
  const before = await caseOf(b)
  expect(await merge(a, [b, c])).toBe('ok')
  expect(await take(a, 'accept')).toBe('ok')
  expect(await take(a, 'start', { text: 'Der Bagger rollt.' })).toBe('ok')
  for (const party of parties) {
    const seen = await seenBy(party)
    expect([seen.stage, seen.incident?.count]).toEqual(['inProgress', 3])
    expect(seen.timeline.at(-1)).toMatchObject({ kind: 'work.started', text: 'Der Bagger rollt.' })
  }
  // What was said to one before they met is public, so all may read it; it says where it was said.
  expect((await inPublic(a))?.timeline.find(({ text }) => text === 'Wir sehen nach.')?.otherNumber).toBe(b)
  expect(await inPublic(b)).toMatchObject({ stage: 'inProgress', incident: { isMember: true, goesOn: a, count: 3 } })
  expect(await inPublic(a)).toMatchObject({ supportCount: 2, incident: { isMember: false, others: [{ number: b }, { number: c }] } })

  expect(await split(a, [b])).toBe('ok')
  expect(await caseOf(b)).toMatchObject({
    state: 'accepted',
    unitId: before.unitId,
    dueAt: before.dueAt,
    published: true,
    incidentId: undefined,
    closedAt: undefined,
  })
  expect((await inPublic(a))?.supportCount).toBe(1)
  const after = await seenBy(parties[1])
  expect([after.stage, after.incident]).toEqual(['accepted', undefined])
  // The time together is remembered, what came later is not.
  expect(await take(a, 'finish', { noPhotoReason: 'unsafe', text: 'Loch zu.' })).toBe('ok')
  expect(kinds((await seenBy(parties[1])).timeline).slice(-4)).toEqual([
    'report.merged',
    'assignment.accepted',
    'work.started',
    'report.split',
  ])
  expect((await seenBy(parties[2])).stage).toBe('done')
  expect(await take(b, 'start')).toBe('ok')

  expect(await undo(a)).toBe('ok')
  expect((await seenBy(parties[1])).stage).toBe('done')
  expect(await undo(a)).toBe('ok')
  expect((await seenBy(parties[2])).stage).toBe('received')
  expect(await undo(a)).toBe('nothingToUndo')
  expect(await merge(a, [c])).toBe('ok')
})

test('what one wrote, showed or was told alone is never seen by another', async () => {
  const { a, b, parties } = await three()
  await merge(a, [b])
  const [first, second] = parties
  await t.as(anybody, (ctx) => writeToTown(ctx, second, { text: 'Nur für die Stadt: ich wohne in Nr. 4' }), next())
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number: a, text: 'Danke, Nummer vier.', to: b }), next())
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number: b, text: 'Nur an die zweite.' }), next())
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number: a, text: 'An alle beide.' }), next())
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number: a, text: 'Nur an die erste.', to: a }), next())
  const [one, two] = [JSON.stringify(await seenBy(first)), JSON.stringify(await seenBy(second))]
  for (const secret of ['Nr. 4', 'Nummer vier', 'Nur an die zweite']) {
    expect(one).not.toContain(secret)
    expect(two).toContain(secret)
  }
  expect(two).not.toContain('Nur an die erste')
  for (const seen of [one, two]) expect(seen).toContain('An alle beide')
  const open = JSON.stringify([await inPublic(a), await inPublic(b)])
  for (const secret of ['Nr. 4', 'Nummer vier', 'beide', 'erste', 'zweite.']) expect(open).not.toContain(secret)
  // The staff reads one history, and each look at a reporter's words is kept.
  expect(JSON.stringify((await atDesk(a)).timeline)).toContain('Nr. 4')
  const reads = await t.as(undefined, (ctx) =>
    ctx.db.selectFrom('core.record_read').select('subject_id').where('tenant_id', '=', ctx.town.id).execute(),
  )
  expect(reads.map(({ subject_id }) => subject_id)).toContain(second.caseId)
  expect(await t.as(t.gardener, async (ctx) => codeOf(await writeToParties(ctx, { number: b, text: 'x' })))).toBe('notYourUnit')
  const stranger = await t.send()
  expect(await t.as(t.clerk, async (ctx) => codeOf(await writeToParties(ctx, { number: a, text: 'x', to: stranger.number })))).toBe(
    'noMember',
  )
})

test('a report that is not public gives its steps to the others without the words', async () => {
  const hidden = await t.send({ category: 'tree', text: 'Baum bei Frau Lindner, Tel. 0911 1234567' })
  const other = await t.send({ category: 'tree', text: 'Baum bei Herrn Kunz, Tel. 0911 1234568' })
  expect(await merge(hidden.number, [other.number], t.gardener)).toBe('ok')
  expect(await take(hidden.number, 'accept', { text: 'Frau Lindner, wir kommen.' }, t.gardener)).toBe('ok')
  const seen = await seenBy(await partyFor(other.secret))
  expect([seen.stage, seen.incident?.goesOn]).toEqual(['accepted', undefined])
  expect(seen.timeline.at(-1)).toMatchObject({ kind: 'assignment.accepted', text: undefined, otherNumber: undefined })
  expect((await seenBy(await partyFor(hidden.secret))).timeline.at(-1)?.text).toBe('Frau Lindner, wir kommen.')
  const open = await t.send()
  expect(await merge(hidden.number, [open.number], t.dispatcher)).toBe('goesOnHidden')
  expect(await merge(open.number, [hidden.number], t.dispatcher)).toBe('ok')
})

test('the one that goes on for public reports stays public until another one goes on', async () => {
  const { a, b, c } = await three()
  await merge(a, [b, c])
  const hide = async (number: string) => codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number, reason: 'insult' }), next()))
  const toOdd = async (number: string) => codeOf(await t.as(t.dispatcher, (ctx) => recategorise(ctx, { number, category: 'odd' }), next()))
  const listed = async () =>
    (await t.as(anybody, (ctx) => publicCases(ctx, { kind: 'report' }, { limit: 200 }))).items
      .map(({ number }) => number)
      .filter((number) => [a, b, c].includes(number))
  expect(await hide(a)).toBe('goesOnForPublic')
  expect(await toOdd(a)).toBe('goesOnForPublic')
  expect(await caseOf(a)).toMatchObject({ published: true, typeId: (await caseOf(b)).typeId })
  expect(await listed()).toEqual([a])

  // As the refusal says: another one goes on, and the first rests at it.
  expect(await split(a, [b])).toBe('ok')
  expect(await merge(b, [a])).toBe('ok')
  expect(await hide(a)).toBe('ok')
  expect(await listed()).toEqual([b])
  const joined = await t.as(anybody, (ctx) => joinReport(ctx, { number: c, mark: 'a browser that is affected too' }), next())
  expect(joined.ok && joined.value.number).toBe(b)

  // Taken back, the two would rest at one that nobody sees.
  expect(await undo(b)).toBe('movedOn')
  expect((await caseOf(c)).incidentId).toBe((await caseOf(b)).id)
  expect(await hide(c)).toBe('ok')
  expect(await hide(b)).toBe('ok')
  expect(await listed()).toEqual([])
})

test('a damage is counted once; a member is found by its number and by its reporter', async () => {
  const { a, b, c } = await three()
  const now = next()
  const figures = async () => {
    while (await t.as(undefined, (ctx) => refreshFigures(ctx)));
    return (await t.as(undefined, (ctx) => monthFigures(ctx, '2026-05'), now))!
  }
  const before = await figures()
  await merge(a, [b, c])
  expect(await figures()).toMatchObject({ received: before.received - 2, open: before.open - 2 })
  const listed = async (text?: string) =>
    (await t.as(anybody, (ctx) => publicCases(ctx, { kind: 'report', text }, { limit: 200 }))).items.map(({ number }) => number)
  expect(await listed()).toContain(a)
  expect(await listed()).not.toContain(b)
  expect(await listed(b)).toEqual([b])
  const open = (await t.as(t.clerk, (ctx) => deskReports(ctx, { tab: 'open' }, { limit: 200 }))).items.map(({ number }) => number)
  expect([open.includes(a), open.includes(b)]).toEqual([true, false])
  await take(a, 'accept')
  const mine = (await t.as(t.citizen, (ctx) => myReports(ctx, ['reporter']))).items.find(({ number }) => number === c)
  expect(mine?.stage).toBe('accepted')
  // "Me too" at a member joins the report that goes on.
  const joined = await t.as(anybody, (ctx) => joinReport(ctx, { number: b, mark: 'one more browser of somebody' }), next())
  expect(joined.ok && joined.value.number).toBe(a)
  expect((await caseOf(a)).supportCount).toBe(3)
})

test('whoever takes part in two counts once', async () => {
  const first = await t.send({ text: 'Loch' }, t.citizen)
  const again = await t.send({ text: 'Loch, noch immer' }, t.citizen)
  await merge(first.number, [again.number])
  expect((await caseOf(first.number)).supportCount).toBe(0)
})

test('another town knows nothing of it', async () => {
  const other = await reportTown(pool, 'nebenan')
  const { a, b } = await three()
  expect(codeOf(await other.as(other.clerk, (ctx) => mergeReports(ctx, { into: a, numbers: [b] })))).toBe('goesOnUnknown')
  const theirs = await other.send()
  expect(codeOf(await other.as(other.clerk, (ctx) => mergeReports(ctx, { into: theirs.number, numbers: [b] })))).toBe('unknown')
  await merge(a, [b])
  expect(codeOf(await other.as(other.clerk, (ctx) => undoChange(ctx, { number: a })))).toBe('unknown')
})
