import { expect, test } from 'vitest'
import type { Box } from '#core/files/index.ts'
import { system } from '#platform/context.ts'
import { moderated } from '../../../../test/setup/moderated.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { changeCase } from '../../cases/case.sql.ts'
import { partyBySecret, photoFor } from '../../cases/index.ts'
import { runBatch, startNightly } from '../../cases/retention/retention.jobs.ts'
import {
  addNote,
  blackOut,
  deskReport,
  hideReport,
  partyReport,
  publicReport,
  publicTexts,
  publishReport,
  reportCards,
  rewordReport,
  sayInPublic,
  showPhoto,
  takeStep,
} from '../index.ts'
import { writeToTown } from '../party.verbs.ts'

const { program, as, visitor, stranger, moderator, clerk, mod, staff, white, sent, codeOf, box, parts, brightness } = await moderated()

test('boxes are burned into every size; no address gives strangers, parties or clerks the original, moderators see it', async () => {
  const original = await white()
  const { number, secret } = await sent({ photos: [original] })
  expect((await visitor.get(`/dateien/${original}/large`)).status).toBe(200)
  // An address for an hour, given away before.
  const signed = await as(anybody, async (ctx) => {
    const report = (await partyReport(ctx, (await partyBySecret(ctx, secret))!.party))!
    return photoFor(ctx, report.photos[0]!, '', false).large
  })
  expect((await visitor.get(signed)).status).toBe(200)

  const done = await as(mod, (ctx) => blackOut(ctx, { number, fileId: original, boxes: [box] }))
  if (!done.ok) throw new Error(done.refusal.code)
  const shown = done.value.fileId
  expect(shown).not.toBe(original)
  for (const part of ['small', 'medium', 'large']) {
    const answer = await stranger.ask('GET', `/dateien/${shown}/${part}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([await brightness(bytes, 25, 40), await brightness(bytes, 11, 21), await brightness(bytes, 70, 40)]).toEqual([
      expect.toSatisfy((value: number) => value < 12),
      expect.toSatisfy((value: number) => value < 12),
      expect.toSatisfy((value: number) => value > 240),
    ])
  }
  const statuses = async (who: typeof visitor) =>
    Promise.all(parts.map(async (part) => (await who.get(`/dateien/${original}/${part}`)).status))
  expect(await statuses(visitor)).toEqual([404, 404, 404, 404])
  expect(await statuses(clerk.visitor)).toEqual([404, 404, 404, 404])
  expect((await visitor.get(signed)).status).toBe(404)
  expect((await moderator.visitor.get(`/dateien/${original}/large`)).status).toBe(200)

  // Whatever is made for others names the picture with the boxes alone.
  const made = [
    await as(anybody, (ctx) => publicReport(ctx, number)),
    await as(anybody, (ctx) => reportCards(ctx, {})),
    await as(anybody, async (ctx) => partyReport(ctx, (await partyBySecret(ctx, secret))!.party)),
    await as(mod, (ctx) => deskReport(ctx, number)),
  ].map((one) => JSON.stringify(one))
  for (const one of made) expect([one.includes(shown), one.includes(original)]).toEqual([true, false])
  for (const path of [`/meldungen/${number}`, '/meldungen', '/']) expect((await visitor.get(path)).body).not.toContain(original)
  const timeline = (await as(anybody, (ctx) => publicReport(ctx, number)))!.timeline
  expect(timeline.at(-1)).toMatchObject({ kind: 'report.photoRedacted', title: { params: { reason: 'personalData' } } })

  // Changed: again from the original, under another address; the one before is gone. None gives the original back.
  const again = await as(mod, (ctx) => blackOut(ctx, { number, fileId: shown, boxes: [{ ...box, x: 60 }] }))
  if (!again.ok) throw new Error(again.refusal.code)
  expect((await visitor.get(`/dateien/${shown}/small`)).status).toBe(404)
  expect((await visitor.get(`/dateien/${again.value.fileId}/small`)).status).toBe(200)
  const undone = await as(mod, (ctx) => blackOut(ctx, { number, fileId: again.value.fileId, boxes: [] }))
  expect(undone).toMatchObject({ ok: true, value: { fileId: original } })
  expect((await visitor.get(`/dateien/${original}/small`)).status).toBe(200)

  expect(codeOf(await as(mod, (ctx) => showPhoto(ctx, { number, fileId: original, shown: false })))).toBe('ok')
  expect((await visitor.get(`/dateien/${original}/small`)).status).toBe(404)
})

test.each<[string, Box[]]>([
  ['outside', [{ x: 90, y: 0, w: 20, h: 10 }]],
  ['negative', [{ x: -1, y: 0, w: 20, h: 10 }]],
  ['no number', [{ x: Number.NaN, y: 0, w: 20, h: 10 }]],
  ['endless', [{ x: 0, y: 0, w: Number.POSITIVE_INFINITY, h: 10 }]],
  ['empty', [{ x: 0, y: 0, w: 0, h: 10 }]],
  ['too many', Array.from({ length: 1000 }, () => box)],
])('boxes that are %s are refused, and the photo stays as it is', async (_, boxes) => {
  const fileId = await white()
  const { number } = await sent({ photos: [fileId] })
  expect(codeOf(await as(mod, (ctx) => blackOut(ctx, { number, fileId, boxes })))).toBe('boxesInvalid')
  expect((await visitor.get(`/dateien/${fileId}/small`)).status).toBe(200)
  const other = await sent()
  expect(codeOf(await as(mod, (ctx) => blackOut(ctx, { number: other.number, fileId, boxes: [box] })))).toBe('fileGone')
  expect(codeOf(await as(anybody, (ctx) => blackOut(ctx, { number, fileId, boxes: [box] })))).toBe('notAllowed')
})

test('a hidden report says that it was hidden, when and why, and nothing of what it said; the reporter gets the reasons', async () => {
  const { number, secret } = await sent({ text: 'Der Nachbar ist ein Trottel' })
  expect(codeOf(await as(mod, (ctx) => hideReport(ctx, { number, reason: 'other' })))).toBe('textMissing')
  expect(codeOf(await as(mod, (ctx) => hideReport(ctx, { number, reason: 'insult', text: 'Bitte sachlich bleiben.' })))).toBe('ok')
  const page = await visitor.get(`/meldungen/${number}`)
  expect([page.status, page.body.includes('ausgeblendet'), page.body.includes('Beleidigung')]).toEqual([200, true, true])
  expect(page.body).not.toMatch(/Trottel|sachlich|Lindenstraße/)
  const party = await as(anybody, async (ctx) => partyReport(ctx, (await partyBySecret(ctx, secret))!.party))
  expect(party?.messages.at(-1)?.text).toMatch(/Beleidigung[\s\S]*sachlich bleiben[\s\S]*nicht einverstanden/)

  expect(codeOf(await as(mod, (ctx) => publishReport(ctx, { number, publicText: 'Streit am Zaun' })))).toBe('ok')
  const shown = (await as(anybody, (ctx) => publicReport(ctx, number)))!
  expect(shown.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['report.hidden', 'report.shown'])
  expect(JSON.stringify(shown)).not.toContain('sachlich')

  // What never was public leaves no trace in public.
  const waiting = await sent({ text: 'Herr Müller parkt hier' })
  await as(mod, (ctx) => hideReport(ctx, { number: waiting.number, reason: 'personalData' }))
  expect((await visitor.get(`/meldungen/${waiting.number}`)).status).toBe(404)
})

test('the photo of a public word of the town can be hidden and shown again; what somebody showed to the town alone is never shown', async () => {
  const { number, secret } = await sent()
  const [spoken, noted, asked] = [await white(), await white(), await white()]
  expect(codeOf(await as(staff, (ctx) => sayInPublic(ctx, { number, text: 'So sieht es aus.', photos: [spoken] })))).toBe('ok')
  expect(codeOf(await as(staff, (ctx) => addNote(ctx, { number, text: 'Intern', photos: [noted] })))).toBe('ok')
  const party = await as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
  expect(codeOf(await as(anybody, (ctx) => writeToTown(ctx, party, { text: 'Mein Hof', photos: [asked] })))).toBe('ok')
  const show = async (fileId: string, shown: boolean) => codeOf(await as(mod, (ctx) => showPhoto(ctx, { number, fileId, shown })))
  const status = async (fileId: string) => (await visitor.get(`/dateien/${fileId}/small`)).status
  const offers = async (fileId: string) =>
    (await moderator.visitor.get(`/amt/meldungen/${number}/fotos/${fileId}`)).body.includes('/sichtbar"')
  expect([await status(spoken), await offers(spoken)]).toEqual([200, true])
  expect(await show(spoken, false)).toBe('ok')
  expect(await status(spoken)).toBe(404)
  expect(JSON.stringify(await as(anybody, (ctx) => publicReport(ctx, number)))).not.toContain(spoken)
  for (const fileId of [noted, asked])
    expect([await show(fileId, true), await status(fileId), await offers(fileId)]).toEqual(['wrongState', 404, false])

  expect(await offers(spoken)).toBe(true)
  expect(await show(spoken, true)).toBe('ok')
  expect(await status(spoken)).toBe(200)
})

test('a moderator who empties the text shows the photos alone, also when shown again; without a photo something has to be said', async () => {
  const text = 'Herr Müller hat den Ast abgerissen, 0171 2345678'
  const publish = async (number: string, more: { publicText?: string; photos?: string[] } = {}) =>
    codeOf(await as(mod, (ctx) => publishReport(ctx, { number, ...more })))
  const seen = async (number: string) => await as(anybody, (ctx) => publicReport(ctx, number))
  const fileId = await white()
  const { number, caseId, published } = await sent({ text, photos: [fileId] })
  expect(published).toBe(false)
  expect(await publish(number, { publicText: ' ', photos: [] })).toBe('nothingToShow')
  expect(await seen(number)).toBeUndefined()
  expect(await publish(number, { publicText: '' })).toBe('ok')
  expect(await seen(number)).toMatchObject({ publicText: '', photos: [{ fileId }] })
  expect((await visitor.get(`/meldungen/${number}`)).body).not.toMatch(/Müller|0171/)
  expect((await as(mod, (ctx) => publicTexts(ctx, caseId))).map((version) => version.text)).toEqual([''])

  expect(codeOf(await as(mod, (ctx) => hideReport(ctx, { number, reason: 'copyright' })))).toBe('ok')
  expect(await publish(number)).toBe('ok')
  expect((await seen(number))?.publicText).toBe('')

  const bare = await sent({ text })
  expect(await publish(bare.number, { publicText: '' })).toBe('nothingToShow')
  expect(await publish(bare.number)).toBe('ok')
  expect((await seen(bare.number))?.publicText).toBe(text)
})

test('every public text is kept with who and why', async () => {
  const { number, caseId } = await sent({ text: 'Ast bei Familie hängt tief' })
  await as(mod, (ctx) => rewordReport(ctx, { number, publicText: 'Ast hängt tief' }))
  await as(mod, (ctx) => rewordReport(ctx, { number, publicText: 'Ast tief', reason: 'copyright' }))
  const versions = await as(mod, (ctx) => publicTexts(ctx, caseId))
  expect(versions.map(({ version, text, reason, by }) => [version, text, reason, by])).toEqual([
    [3, 'Ast tief', 'copyright', 'Mona Mod'],
    [2, 'Ast hängt tief', 'personalData', 'Mona Mod'],
    [1, 'Ast bei Familie hängt tief', undefined, undefined],
  ])
  expect((await as(anybody, (ctx) => publicReport(ctx, number)))!.timeline.at(-1)?.kind).toBe('report.reworded')
})

test('made anonymous, a report keeps what everybody sees and nothing of what moderators took away', async () => {
  const original = await white()
  const { number, caseId } = await sent({ photos: [original], text: 'Der Ast vom Holunderkönig hängt tief' })
  const done = await as(mod, (ctx) => blackOut(ctx, { number, fileId: original, boxes: [box] }))
  expect(codeOf(await as(mod, (ctx) => rewordReport(ctx, { number, publicText: 'Der Ast hängt tief' })))).toBe('ok')
  await as(system, (ctx) => changeCase(ctx, caseId, { state: 'accepted', stage: 'accepted' }))
  const finish = { number, verb: 'finish', text: 'Der Ast ist ab.', noPhotoReason: 'notVisible' } as const
  expect(codeOf(await as(system, (ctx) => takeStep(ctx, finish)))).toBe('ok')
  expect((await moderator.visitor.get(`/dateien/${original}/large`)).status).toBe(200)

  // What is done is made anonymous after a year, and deleted long after.
  const later = new Date(program.clock.at.getTime() + 366 * 86_400_000)
  await as(system, startNightly, later)
  while (await as(system, runBatch, later));
  expect((await moderator.visitor.get(`/dateien/${original}/large`)).status).toBe(404)
  const shown = done.ok ? done.value.fileId : ''
  expect((await visitor.get(`/dateien/${shown}/large`)).status).toBe(200)
  expect((await as(system, (ctx) => publicReport(ctx, number)))?.publicText).toBe('Der Ast hängt tief')
  expect((await as(system, (ctx) => publicTexts(ctx, caseId))).map(({ text }) => text)).toEqual(['Der Ast hängt tief'])
})
