import { expect, test } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { saveTextBlock } from '#services/cases/index.ts'
import { mergeReports } from '#services/reports/incident/incident.verbs.ts'
import { CategoryInput, type ReportInput, saveCategory, saveGroup, sendReport, takeStep } from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const clerk = await program.signedIn({ roles: ['clerk'] })
const citizen = await program.signedIn({ name: 'Berta Bürger' })
const path = '/amt/meldungen/sammel'
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  await saveCategory(
    ctx,
    CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId: clerk.organisationId! }),
  )
  await saveTextBlock(ctx, {
    name: 'Bis wann',
    step: 'message',
    de: 'Zu {nummer} in {ort}: bis {frist}.',
    en: 'About {nummer}, {art}: by {frist}.',
  })
})
const person: Actor = { ...anybody, kind: 'person', permissions: new Set(['everyone', 'signedIn']), personId: citizen.personId }

async function report(more: Partial<ReportInput> = {}, actor: Actor = anybody) {
  const sent = await as(actor, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Ein Loch', ...more }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value
}
const messagesOf = async (number: string) => (await clerk.visitor.get(`/amt/meldungen/${number}`)).body
const unescaped = (text: string) => text.replaceAll('&amp;', '&')

test('a text block is put in, looked at with each report’s facts, and sent; who cannot be told is named', async () => {
  const known = await report({}, person)
  const unnamed = await report()
  const closed = await report()
  await as(system, async (ctx) => {
    await takeStep(ctx, { number: closed.number, verb: 'accept' })
    const done = await takeStep(ctx, { number: closed.number, verb: 'finish', noPhotoReason: 'unsafe' })
    expect(done.ok).toBe(true)
  })
  const numbers = [known, unnamed, closed].map(({ number }) => number)
  const form = await clerk.visitor.get(`${path}?was=write&${numbers.map((number) => `n=${number}`).join('&')}`)
  const block = /<option value="([0-9a-f-]{36})">Bis wann/.exec(form.body)![1]!
  const inserted = await clerk.visitor.post(`${path}/baustein`, {
    was: 'write',
    n: numbers,
    baustein: block,
    text: 'Guten Tag!',
    textEn: '',
  })
  expect(inserted.body).toContain('Guten Tag!\n\nZu {nummer} in {ort}: bis {frist}.')
  expect(inserted.body).toContain('About {nummer}')
  expect(inserted.body).not.toContain('textBlockMissing')

  const looked = await clerk.visitor.submit(inserted, path, {})
  expect(looked.status).toBe(303)

  const fields = { was: 'write', n: numbers, text: 'Zu {nummer} in {ort}: bis {frist}.', textEn: '' }
  const preview = await clerk.visitor.post(`${path}/vorschau`, fields)
  expect(preview.body).toContain(`Zu ${known.number} in Lindenstraße 12: bis `)
  expect(preview.body).toContain('Eine Person erfährt es, bei 2 Meldungen')
  expect(preview.body).toContain('Eine weitere Person hat keine bestätigte Adresse')
  expect(preview.body).toContain('Hier fehlt der Wert für {frist}.')

  const sent = await clerk.visitor.submit(preview, path, {})
  expect(sent.status).toBe(303)
  const again = await clerk.visitor.submit(preview, path, {})
  expect(again.location).toBe(sent.location)
  const result = unescaped((await clerk.visitor.follow(sent)).body)
  expect(result).toContain('Bei 2 Meldungen hat es geklappt, bei einer nicht')
  expect(result).toContain('Ein Wort in Klammern hat hier keinen Wert')
  expect(result).toContain('niemand: keine Adresse hinterlassen')
  expect(result).toContain('Bei einer Meldung ist niemand zu erreichen')
  // Once by the block and once by this form, however often it was sent.
  expect((await messagesOf(known.number)).match(/in Lindenstraße 12: bis /g)?.length).toBe(4)
  expect(await messagesOf(closed.number)).not.toContain('in Lindenstraße 12: bis')
})

test('who reported in English reads the English text', async () => {
  const english = await as({ ...anybody }, async (ctx) =>
    sendReport({ ...ctx, locale: 'en' }, { category: 'pothole', place, text: 'A hole' }),
  )
  if (!english.ok) throw new Error(english.refusal.code)
  const german = await report()
  const fields = { was: 'write', n: [english.value.number, german.number], text: 'Danke, {art}', textEn: 'Thanks, {art}' }
  const preview = await clerk.visitor.post(`${path}/vorschau`, fields)
  expect(preview.body).toContain('Thanks, Pothole')
  expect(preview.body).toContain('Danke, Schlagloch')
})

test('a slip of the pen in braces, nothing typed and a report of another unit', async () => {
  const { number } = await report()
  const slip = await clerk.visitor.post(`${path}/vorschau`, { was: 'say', n: number, text: 'Bis {frisst}', textEn: '' })
  expect([slip.status, slip.body]).toEqual([422, expect.stringContaining('{frisst}')])
  const empty = await clerk.visitor.post(`${path}/vorschau`, { was: 'say', n: number, text: ' ', textEn: '' })
  expect(empty.status).toBe(422)
  expect(empty.body).not.toContain('id="vorschau"')
  const gardener = await program.signedIn({ roles: ['clerk'] })
  const foreign = await gardener.visitor.post(`${path}/vorschau`, { was: 'say', n: number, text: 'Guten Tag', textEn: '' })
  expect(foreign.body).toContain('Eine andere Stelle ist zuständig')
  expect(foreign.body).not.toContain('Bei 1 Meldung veröffentlichen')
})

test('a number in another spelling means the same report, once, and no text leaves with its variables unfilled', async () => {
  const { number } = await report({}, person)
  const answer = await clerk.visitor.post(path, { was: 'write', n: [number, number.toLowerCase()], text: 'Zu {nummer}.', textEn: '' })
  expect(answer.status).toBe(303)
  expect(unescaped((await clerk.visitor.follow(answer)).body)).toContain('Bei einer Meldung hat es geklappt')
  const messages = await as(system, (ctx) =>
    ctx.db
      .selectFrom('services.case_message as m')
      .innerJoin('services.case as c', 'c.id', 'm.case_id')
      .select('m.text')
      .where('c.number', '=', number)
      .execute(),
  )
  expect(messages).toEqual([{ text: `Zu ${number}.` }])
})

test('who takes part in a report that was joined is counted where it rests', async () => {
  const head = await report()
  const member = await report({}, person)
  expect((await as(system, (ctx) => mergeReports(ctx, { into: head.number, numbers: [member.number] }))).ok).toBe(true)
  const preview = await clerk.visitor.post(`${path}/vorschau`, { was: 'write', n: [head.number], text: 'Wir kommen.', textEn: '' })
  expect(preview.body).toContain('Eine Person erfährt es, bei einer Meldung')
})

test.each(['', '/vorschau', '/baustein'])('a form that no page has made is refused, whatever stands in it (%s)', async (end) => {
  const nonsense = { was: 'toString', n: 'x'.repeat(50), 'text[de]': 'x', textEn: 'x'.repeat(10_001), 'liste[]': 'x', unitId: '-' }
  const { status, body } = await clerk.visitor.post(path + end, nonsense)
  expect(status).toBe(422)
  expect(body).toContain('<h1')
})
