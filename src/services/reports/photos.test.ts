import sharp from 'sharp'
import { expect, test } from 'vitest'
import { storeBuffer } from '#core/files/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import { partyBySecret, photoFor } from '../cases/index.ts'
import {
  answerQuestion,
  CategoryInput,
  deskReport,
  hideReport,
  joinReport,
  partyReport,
  publicReport,
  publishReport,
  reportCards,
  saveCategory,
  saveGroup,
  sendReport,
  settledWithPhotos,
  takeStep,
} from './index.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const visitor = program.visitor()
const clerk = await program.signedIn({ roles: ['clerk', 'moderator'] })
const permissions = ['everyone', 'report.work', 'report.see', 'report.moderate']
const staff: Actor = {
  ...anybody,
  kind: 'person',
  personId: clerk.personId,
  unitIds: [clerk.organisationId!],
  permissions: new Set(permissions),
}

await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Baum', en: 'Tree' }
  await saveCategory(
    ctx,
    CategoryInput.parse({ code: 'tree', groupCode: 'street', name, unitId: clerk.organisationId, publish: 'afterCheck' }),
  )
})

const picture = async (red: number): Promise<string> => {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: red, g: 90, b: 40 } } })
    .jpeg()
    .toBuffer()
  const stored = await as(anybody, (ctx) => storeBuffer(ctx, bytes, { name: 'foto.jpg', kinds: ['image'] }))
  if (!stored.ok) throw new Error(stored.refusal.code)
  return stored.value
}

test('photos wait for a look; the moderator chooses; before and after are public, the rest is not', async () => {
  const [shown, held] = [await picture(10), await picture(200)]
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'tree', place, text: 'Ast hängt tief', photos: [shown, held] }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number, secret, published } = sent.value
  const status = async (fileId: string) => (await visitor.get(`/dateien/${fileId}/small`)).status
  expect(published).toBe(false)
  expect([await status(shown), await status(held)]).toEqual([404, 404])
  expect((await clerk.visitor.get(`/dateien/${held}/small`)).status).toBe(200)
  const desk = await as(staff, (ctx) => deskReport(ctx, number))
  expect([desk?.findings, desk?.photos.map(({ fileId }) => fileId)]).toEqual([['photo'], [shown, held]])

  // The party without an account sees it by a signed address.
  const address = await as(anybody, async (ctx) => {
    const { party } = (await partyBySecret(ctx, secret))!
    const report = (await partyReport(ctx, party))!
    return photoFor(ctx, report.photos[0]!, 'Ast', report.published).src
  })
  expect((await visitor.get(address)).status).toBe(200)

  expect((await as(staff, (ctx) => publishReport(ctx, { number, photos: [shown] }))).ok).toBe(true)
  expect([await status(shown), await status(held)]).toEqual([200, 404])
  expect((await as(anybody, (ctx) => publicReport(ctx, number)))?.photos.map(({ fileId }) => fileId)).toEqual([shown])

  const after = await picture(90)
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  const finished = await as(staff, (ctx) => takeStep(ctx, { number, verb: 'finish', photos: [after], text: 'Abgesägt.' }))
  expect(finished.ok).toBe(true)
  expect(await status(after)).toBe(200)
  const [card] = (await as(anybody, (ctx) => reportCards(ctx, {}))).items
  expect([card?.photo?.id, card?.afterPhoto?.id]).toEqual([shown, after])
  expect((await as(anybody, (ctx) => settledWithPhotos(ctx, 3))).map((one) => one.number)).toEqual([number])
  const timeline = (await as(anybody, (ctx) => publicReport(ctx, number)))!.timeline
  expect(timeline.at(-1)).toMatchObject({ kind: 'work.done', text: 'Abgesägt.', photos: [{ fileId: after, role: 'after' }] })

  await as(staff, (ctx) => hideReport(ctx, { number, reason: 'personalData' }))
  expect(await status(shown)).toBe(404)
})

test('who joins reads what everybody reads: not what the reporter answered and showed to the town', async () => {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'tree', place, text: 'Ast über dem Weg' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number, secret } = sent.value
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'ask', text: 'Wo genau?' }))
  const [answered, added] = [await picture(40), await picture(60)]
  const viewOf = (key: string) =>
    as(anybody, async (ctx) => {
      const report = await partyReport(ctx, (await partyBySecret(ctx, key))!.party)
      return { seen: JSON.stringify(report), photos: report?.photos.map(({ fileId }) => fileId) }
    })
  const reporter = await as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
  const done = await as(anybody, (ctx) => answerQuestion(ctx, reporter, { text: 'Vor meinem Haus, Gartenweg 3', photos: [answered] }))
  expect(done.ok).toBe(true)
  const joined = await as(anybody, (ctx) => joinReport(ctx, { number, text: 'Bei mir auch', photos: [added] }))
  if (!joined.ok) throw new Error(joined.refusal.code)

  const supporter = await viewOf(joined.value.secret)
  expect(supporter.seen).toContain('Wo genau?')
  expect(supporter.seen).toContain('Bei mir auch')
  expect(supporter.seen).not.toContain('Gartenweg')
  expect(supporter.seen).not.toContain(answered)
  expect(supporter.photos).toEqual([added])
  expect((await viewOf(secret)).seen).toContain('Gartenweg')
})

test('by its id a photo between the reporter and the town opens for the reporter and the staff, not for who joined', async () => {
  const [reporter, neighbour] = [await program.signedIn({ name: 'Rita Rief' }), await program.signedIn({ name: 'Nils Nachbar' })]
  const person = ({ accountId, personId }: typeof reporter): Actor => ({ ...anybody, kind: 'person', accountId, personId })
  const [shown, answered] = [await picture(20), await picture(30)]
  const sent = await as(person(reporter), (ctx) => sendReport(ctx, { category: 'tree', place, text: 'Ast am Weg', photos: [shown] }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number, secret } = sent.value
  await as(staff, (ctx) => publishReport(ctx, { number }))
  expect((await as(person(neighbour), (ctx) => joinReport(ctx, { number }))).ok).toBe(true)
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'ask', text: 'Wo genau?' }))
  const answering = await as(anybody, async (ctx) => answerQuestion(ctx, (await partyBySecret(ctx, secret))!.party, { photos: [answered] }))
  expect(answering.ok).toBe(true)
  const status = async (who: typeof visitor, fileId: string) => (await who.get(`/dateien/${fileId}/small`)).status
  expect([await status(neighbour.visitor, shown), await status(neighbour.visitor, answered)]).toEqual([200, 404])
  const others = [await status(reporter.visitor, answered), await status(clerk.visitor, answered), await status(visitor, answered)]
  expect(others).toEqual([200, 200, 404])
})

test('a photo that is not there or somebody else has used is refused', async () => {
  const used = await picture(10)
  const send = (photos: string[]) => as(anybody, (ctx) => sendReport(ctx, { category: 'tree', place, text: 'x', photos }))
  expect((await send([used])).ok).toBe(true)
  expect(await send([used])).toMatchObject({ ok: false, refusal: { code: 'fileGone', field: 'photos' } })
})
