import { expect, test } from 'vitest'
import { setNotifications } from '#core/notifications/index.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, type Party, partyBySecret, publicCases } from '../../cases/index.ts'
import { waitOfCase } from '../escalation/wait.sql.ts'
import { monthFigures } from '../figures/overview.ts'
import { refreshFigures } from '../figures/refresh.ts'
import {
  answerQuestion,
  assignTo,
  deskReport,
  deskReports,
  hideReport,
  joinReport,
  myReports,
  partyReport,
  publicReport,
  recategorise,
  type StepInput,
  takeStep,
  withdrawReport,
  writeToParties,
} from '../index.ts'
import { writeToTown } from '../party.verbs.ts'
import { decidePromises } from '../promise/break.ts'
import { reportPromises } from '../promise/module.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { expireQuestions } from '../report.jobs.ts'
import { mergeReports, splitReports, undoChange } from './incident.verbs.ts'

const { pool } = await testDatabase()
registerTexts(reportPromises.texts)
setNotifications(reportPromises.notificationKinds ?? [])
const t = await reportTown(pool, 'haufen')

let minutes = 0
/** Each step a minute after the other. */
const next = () => ({ now: new Date(thursday.getTime() + ++minutes * 60_000) })
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
const take = async (number: string, verb: StepInput['verb'], more: Partial<StepInput> = {}, actor = t.clerk) =>
  codeOf(await t.as(actor, (ctx) => takeStep(ctx, { number, verb, ...more }), next()))
const merge = async (into: string, numbers: string[], actor = t.clerk) =>
  codeOf(await t.as(actor, (ctx) => mergeReports(ctx, { into, numbers }), next()))
const split = async (number: string, numbers: string[]) =>
  codeOf(await t.as(t.clerk, (ctx) => splitReports(ctx, { number, numbers }), next()))
const undo = async (number: string, actor = t.clerk) => codeOf(await t.as(actor, (ctx) => undoChange(ctx, { number }), next()))
const caseOf = (number: string) => t.as(undefined, async (ctx) => (await caseByNumber(ctx, number))!)
const partyFor = (secret: string) => t.as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
const seenBy = (party: Party) => t.as(anybody, async (ctx) => (await partyReport(ctx, party))!)
const inPublic = (number: string) => t.as(anybody, (ctx) => publicReport(ctx, number))
const atDesk = (number: string) => t.as(t.clerk, async (ctx) => (await deskReport(ctx, number))!)
const kinds = (entries: readonly { kind: string }[]) => entries.map(({ kind }) => kind)

async function three() {
  const sent = [await t.send({ text: 'Loch eins' }), await t.send({ text: 'Loch zwei' }), await t.send({ text: 'Loch drei' }, t.citizen)]
  const [a, b, c] = sent.map(({ number }) => number) as [string, string, string]
  const parties = await Promise.all(sent.map(({ secret }) => partyFor(secret)))
  return { a, b, c, parties: parties as [Party, Party, Party] }
}

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
  const now = { now: new Date(thursday.getTime() + ++minutes * 60_000) }
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

test('the work goes on at one place: steps at a member are refused, and what it needs alone is not', async () => {
  const { a, b, parties } = await three()
  await merge(a, [b])
  expect(await take(b, 'accept')).toBe('inIncident')
  expect(codeOf(await t.as(t.clerk, (ctx) => assignTo(ctx, { number: b, personId: undefined })))).toBe('inIncident')
  expect((await atDesk(b)).verbs).toEqual([])
  expect((await atDesk(b)).incident?.head.number).toBe(a)
  expect(codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number: b, reason: 'personalData' }), next()))).toBe('ok')
  expect(await inPublic(b)).toBeUndefined()
  expect((await inPublic(a))?.incident).toMatchObject({ count: 2, others: [] })
  for (const party of parties.slice(0, 2)) expect(codeOf(await t.as(anybody, (ctx) => withdrawReport(ctx, party)))).toBe('wrongState')
  expect((await seenBy(parties[1])).mayWithdraw).toBe(false)
})

test('a question goes to one reporter or to all; the first answer lets the work go on', async () => {
  const { a, b, c, parties } = await three()
  await merge(a, [b, c])
  await take(a, 'accept')
  expect(await take(a, 'ask', { text: 'Wie tief?', to: b })).toBe('ok')
  const turns = async () => (await Promise.all(parties.map(seenBy))).map(({ stage, openQuestion }) => [stage, openQuestion?.text])
  expect(await turns()).toEqual([
    ['accepted', undefined],
    ['yourTurn', 'Wie tief?'],
    ['accepted', undefined],
  ])
  expect((await atDesk(a)).openQuestion?.text).toBe('Wie tief?')
  const answer = async (party: Party, text: string) => codeOf(await t.as(anybody, (ctx) => answerQuestion(ctx, party, { text }), next()))
  expect(await answer(parties[0], 'ich?')).toBe('wrongState')
  expect(await answer(parties[1], 'Sehr tief.')).toBe('ok')
  expect((await caseOf(a)).state).toBe('accepted')
  expect(JSON.stringify(await seenBy(parties[2]))).not.toContain('Sehr tief')

  expect(await take(a, 'ask', { text: 'Ist es noch da?' })).toBe('ok')
  expect((await turns()).map(([stage]) => stage)).toEqual(['yourTurn', 'yourTurn', 'yourTurn'])
  expect(await answer(parties[2], 'Ja.')).toBe('ok')
  expect((await turns()).map(([stage]) => stage)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(await answer(parties[1], 'Auch ja.')).toBe('wrongState')

  // Nobody answers: the one that goes on waits no longer than the question.
  expect(await take(a, 'ask', { text: 'Und jetzt?', to: c })).toBe('ok')
  const later = { now: new Date(thursday.getTime() + 30 * 86_400_000) }
  expect(await t.as(undefined, expireQuestions, later)).toBe(1)
  expect((await caseOf(a)).state).toBe('accepted')
  // Who was asked leaves: so does the question.
  expect(await take(a, 'ask', { text: 'Sind Sie noch da?', to: b })).toBe('ok')
  expect(await split(a, [b])).toBe('ok')
  expect([(await caseOf(a)).state, (await seenBy(parties[1])).openQuestion]).toEqual(['accepted', undefined])
})

test('when nobody answers any more, the report waits for its work again', async () => {
  const { a, b, c } = await three()
  await merge(a, [b, c])
  await take(a, 'accept')
  const wait = async () => await t.as(undefined, async (ctx) => await waitOfCase(ctx, (await caseByNumber(ctx, a))!.id))
  const again = { waits: 'work', level: 0, nextAt: expect.any(Date) }
  const ask = async (to: string) => {
    expect(await take(a, 'ask', { text: 'Wie tief?', to })).toBe('ok')
    expect(await wait()).toBeUndefined()
  }
  await ask(b)
  const later = { now: new Date(thursday.getTime() + 30 * 86_400_000) }
  await t.as(undefined, expireQuestions, later)
  expect(await wait()).toMatchObject({ ...again, since: later.now })
  await ask(b)
  expect(await split(a, [b])).toBe('ok')
  expect(await wait()).toMatchObject(again)
  expect(await undo(a)).toBe('ok')
  await ask(b)
  expect(await undo(a)).toBe('ok')
  expect([(await caseOf(a)).state, await wait()]).toMatchObject(['accepted', again])
})

test('a report that waited for its own answer when it came still waits for it alone', async () => {
  const { a, b, parties } = await three()
  await take(b, 'accept')
  await take(b, 'ask', { text: 'Welche Spur?' })
  await merge(a, [b])
  expect((await seenBy(parties[1])).stage).toBe('yourTurn')
  expect((await seenBy(parties[0])).stage).toBe('received')
  expect(codeOf(await t.as(anybody, (ctx) => answerQuestion(ctx, parties[1], { text: 'Die linke.' }), next()))).toBe('ok')
  expect([(await caseOf(b)).state, (await caseOf(a)).state]).toEqual(['accepted', 'assigned'])
})

test('the reporter of any member alone opens a repair again', async () => {
  const { a, b, parties } = await three()
  await merge(a, [b])
  await take(a, 'accept')
  await take(a, 'finish', { noPhotoReason: 'unsafe' })
  const objected = await t.as(anybody, (ctx) => objectTo(ctx, parties[1], { text: 'Noch da, bei mir vor Nr. 9' }), next())
  expect(objected).toMatchObject({ ok: true, value: { number: b, reopened: true } })
  expect((await caseOf(a)).state).toBe('reopened')
  const first = await seenBy(parties[0])
  expect(first.stage).toBe('accepted')
  expect(kinds(first.timeline).slice(-2)).toEqual(['veto.raised', 'report.reopened'])
  expect(JSON.stringify(first)).not.toContain('Nr. 9')
})

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

test('another town knows nothing of it', async () => {
  const other = await reportTown(pool, 'nebenan')
  const { a, b } = await three()
  expect(codeOf(await other.as(other.clerk, (ctx) => mergeReports(ctx, { into: a, numbers: [b] })))).toBe('goesOnUnknown')
  const theirs = await other.send()
  expect(codeOf(await other.as(other.clerk, (ctx) => mergeReports(ctx, { into: theirs.number, numbers: [b] })))).toBe('unknown')
  await merge(a, [b])
  expect(codeOf(await other.as(other.clerk, (ctx) => undoChange(ctx, { number: a })))).toBe('unknown')
})
