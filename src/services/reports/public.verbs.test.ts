import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { anybody, place, reportTown } from '../../../test/setup/reports.ts'
import { deskCases, deskCounts, partyBySecret, publicCases } from '../cases/index.ts'
import {
  addNote,
  deskReport,
  hideReport,
  partyReport,
  publicReport,
  publishReport,
  recategorise,
  rewordReport,
  sayInPublic,
  takeStep,
  withdrawReport,
  writeToParties,
} from './index.ts'
import { workshop } from './testing/workshop.ts'

const { pool, t, kindsOf, take, codeOf, partyFor } = await workshop()

test('what is said is read by whom it is meant for', async () => {
  const { number, secret, caseId } = await t.send()
  await take(t.clerk, number, 'accept', { text: 'Angenommen!' })
  await t.as(t.clerk, (ctx) => addNote(ctx, { number, text: 'Intern: alte Leitung' }))
  await t.as(t.clerk, (ctx) => sayInPublic(ctx, { number, text: 'Wir sind dran.' }))
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number, text: 'Nur für Sie.' }))
  const texts = (entries: readonly { text: string | undefined }[] | undefined) => entries?.flatMap(({ text }) => text ?? [])
  expect(texts((await t.as(anybody, (ctx) => publicReport(ctx, number)))?.timeline)).toEqual(['Angenommen!', 'Wir sind dran.'])
  const party = await partyFor(secret)
  expect(texts((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.timeline)).toEqual([
    'Angenommen!',
    'Wir sind dran.',
    'Nur für Sie.',
  ])
  expect(texts((await t.as(t.crew, (ctx) => deskReport(ctx, number)))?.timeline)).toHaveLength(4)
  expect((await kindsOf(caseId)).slice(4)).toEqual(['assignment.accepted', 'note.added', 'word.given', 'message.sent'])
})

test('the public page names a role, never a person; contact is for those who may see it', async () => {
  const { number } = await t.send({ name: 'Anna Anonym', email: 'anna@example.org', phone: '0911 1234' })
  await take(t.clerk, number, 'accept')
  const seen = JSON.stringify(await t.as(anybody, (ctx) => publicReport(ctx, number)))
  expect(seen).toContain('Tiefbauamt')
  for (const secret of ['Anna', 'anna@', '0911', 'Klara', t.clerk.personId!]) expect(seen).not.toContain(secret)
  expect((await t.as(t.crew, (ctx) => deskReport(ctx, number)))?.parties).toEqual([])
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.parties[0]?.email).toBe('anna@example.org')
  const reads = await t.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('core.record_read')
      .select('purpose')
      .where('tenant_id', '=', ctx.town.id)
      .where('reader_person_id', '=', t.clerk.personId!)
      .execute(),
  )
  expect(reads.some(({ purpose }) => purpose === 'report.contact')).toBe(true)
  expect(await t.as(t.citizen, (ctx) => deskReport(ctx, number))).toBeUndefined()
})

test('no event carries what people wrote or who they are', async () => {
  const { number, caseId, secret } = await t.send({ text: 'Geheimwort Apfelkuchen', name: 'Anna Anonym', email: 'anna2@example.org' })
  await take(t.clerk, number, 'accept', { text: 'Antwortwort Birnenmus' })
  const party = await partyFor(secret)
  await t.as(anybody, (ctx) => withdrawReport(ctx, party))
  const events = JSON.stringify(
    await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['public', 'parties', 'internal'])),
  )
  for (const word of ['Apfelkuchen', 'Birnenmus', 'Anna', 'anna2', 'Klara']) expect(events).not.toContain(word)
})

test('before it is checked nothing is public; the moderator decides what is', async () => {
  const { number, published, secret, caseId } = await t.send({ category: 'tree', text: 'Ast über der Bank von Herrn Müller' })
  expect(published).toBe(false)
  await take(t.gardener, number, 'accept', { text: 'Wir kommen.' })
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect(await kindsOf(caseId, ['public'])).toEqual([])
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.findings).toEqual(['name'])
  expect(
    (await t.as(t.moderator, (ctx) => deskCases(ctx, { kind: 'report', tab: 'unpublished' }))).items.map((one) => one.number),
  ).toContain(number)

  expect(codeOf(await t.as(t.clerk, (ctx) => publishReport(ctx, { number })))).toBe('notAllowed')
  expect(codeOf(await t.as(t.moderator, (ctx) => publishReport(ctx, { number, publicText: 'Ast über der Bank' })))).toBe('ok')
  expect((await t.as(anybody, (ctx) => publicReport(ctx, number)))?.publicText).toBe('Ast über der Bank')
  const party = await partyFor(secret)
  expect((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.originalText).toContain('Müller')
  // What happened before stays with the parties: an audience never grows.
  expect(await kindsOf(caseId, ['public'])).toEqual(['report.published'])

  await t.as(t.moderator, (ctx) => rewordReport(ctx, { number, publicText: 'Ein Ast hängt tief' }))
  expect(codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number, reason: 'insult' })))).toBe('ok')
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect((await kindsOf(caseId)).slice(-3)).toEqual(['report.published', 'report.reworded', 'report.hidden'])
})

test('a note at the place that tells about people stays with the reporter and the staff', async () => {
  const note = 'bei Frau Lindner klingeln, 0171 2345678'
  const { number, secret, published } = await t.send({ place: { ...place, note } })
  expect(published).toBe(false)
  expect(codeOf(await t.as(t.moderator, (ctx) => publishReport(ctx, { number, publicText: 'Ein tiefes Loch' })))).toBe('ok')
  expect(JSON.stringify(await t.as(anybody, (ctx) => publicReport(ctx, number)))).not.toContain('Lindner')
  const party = await partyFor(secret)
  expect((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.place.note).toBe(note)
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.place.note).toBe(note)
  const plain = await t.send({ place: { ...place, note: 'hinter dem Kiosk' } })
  expect((await t.as(anybody, (ctx) => publicReport(ctx, plain.number)))?.place.note).toBe('hinter dem Kiosk')
})

test('a category that is never public takes a report from the public', async () => {
  const { number, published } = await t.send()
  expect(published).toBe(true)
  expect(codeOf(await t.as(t.dispatcher, (ctx) => recategorise(ctx, { number, category: 'odd' })))).toBe('ok')
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
})

test('another town sees nothing of it', async () => {
  const other = await reportTown(pool, 'nebenstadt')
  const { number, secret } = await t.send()
  expect(await other.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect(await other.as(other.clerk, (ctx) => deskReport(ctx, number))).toBeUndefined()
  expect(await other.as(anybody, (ctx) => partyBySecret(ctx, secret))).toBeUndefined()
  expect((await other.as(anybody, (ctx) => publicCases(ctx, { kind: 'report' }))).items).toEqual([])
  expect((await other.as(other.clerk, (ctx) => deskCounts(ctx, 'report'))).all).toEqual({ count: 0, more: false })
  expect(codeOf(await other.as(other.clerk, (ctx) => takeStep(ctx, { number, verb: 'accept' })))).toBe('unknown')
})
