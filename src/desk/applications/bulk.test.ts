import { expect, test } from 'vitest'
import { type Actor, anonymous, type Ctx, system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { saveDraft, startDraft } from '#services/applications/draft.verbs.ts'
import { offerOnline, publishForm, saveForm } from '#services/applications/form.verbs.ts'
import { submit } from '#services/applications/submit.verbs.ts'
import { caseByNumber, saveTextBlock } from '#services/cases/index.ts'
import { messagesOf } from '#services/cases/message.sql.ts'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { standardWorkflow } from '#services/workflows/standard.ts'
import { publishWorkflow, saveWorkflow } from '#services/workflows/workflow.verbs.ts'
import { given } from '../../../test/setup/applications.ts'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const office = await program.makeOrganisation(program.town, 'department', 'Ordnungsamt')
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern', organisationId: office })
const lead = await program.signedIn({ roles: ['lead'], name: 'Lena Leit', organisationId: office })
const stranger = await program.signedIn({ roles: ['clerk'], name: 'Gero Grün' })
const citizen = await program.signedIn({ name: 'Carla Citoyenne' })
const PATH = '/amt/antraege/sammel'

await as(system, async (ctx) => {
  const serviceId = newId()
  const service = { tenant_id: program.town.id, id: serviceId, slug: 'fest', name: 'Fest', draft: '{}', changed_at: ctx.now() }
  await ctx.db.insertInto('services.service').values(service).execute()
  given(await saveWorkflow(ctx, { key: 'event', name: { de: 'Fest' }, draft: standardWorkflow({}) }))
  given(await publishWorkflow(ctx, { key: 'event', revision: 1 }))
  given(await saveForm(ctx, { key: 'event', name: { de: 'Fest' }, draft: formOf([pageOf('what', [fieldOf('name', 'text')])]) }))
  given(await publishForm(ctx, { key: 'event', revision: 1 }))
  given(await offerOnline(ctx, { serviceId, slug: 'fest', name: { de: 'Fest' }, form: 'event', workflow: 'event', unitId: office }))
  await saveTextBlock(ctx, { name: 'Bis wann', step: 'message', de: 'Zu {nummer}: bis {frist}.', en: 'About {nummer}: by {frist}.' })
})

async function send(personId?: string): Promise<string> {
  const actor: Actor = { ...anonymous, ...(personId ? { kind: 'person', permissions: new Set(['everyone', 'signedIn']), personId } : {}) }
  return await as(actor, async (ctx) => {
    const { secret } = given(await startDraft(ctx, { slug: 'fest' }))
    given(await saveDraft(ctx, { secret }, { answers: { name: 'Sommerfest' }, page: 'what' }))
    return given(await submit(ctx, { secret }, { clientKey: newId() })).number
  })
}
const state = async (number: string) => (await as(system, (ctx) => caseByNumber(ctx, number)))!
const pageFor = (who: typeof clerk, was: string, numbers: readonly string[]) =>
  who.visitor.get(`${PATH}?was=${was}&${numbers.map((number) => `n=${number}`).join('&')}`)
const slow = { timeout: 240_000 }

test('a step that all of them allow is taken by each, ended ones are taken up again, and a repeat has one effect', slow, async () => {
  const numbers = [await send(), await send()]
  const choice = await pageFor(clerk, 'schritt', numbers)
  expect(choice.body).toContain('value="schritt:accept"')
  for (const single of ['draft', 'deliver']) expect(choice.body).not.toContain(`schritt:${single}`)
  const accept = await pageFor(clerk, 'schritt:accept', numbers)
  const done = await clerk.visitor.submit(accept, PATH)
  expect(done.status).toBe(303)
  expect((await clerk.visitor.submit(accept, PATH)).location).toBe(done.location)
  expect((await clerk.visitor.follow(done)).body).toContain('Bei 2 Anträgen hat es geklappt')
  for (const number of numbers) expect((await state(number)).state).toBe('received')

  const end = await pageFor(clerk, 'schritt:end', numbers)
  expect((await clerk.visitor.submit(end, PATH, { text: 'Zu {nummer}.' })).status).toBe(422)
  const ended = await clerk.visitor.submit(end, PATH, { reason: 'settledOtherwise', text: 'Zu {nummer}: erledigt.' })
  expect(ended.status).toBe(303)
  expect(JSON.stringify(await as(system, async (ctx) => messagesOf(ctx, (await state(numbers[0]!)).id, ['parties'])))).toContain(
    `Zu ${numbers[0]}: erledigt.`,
  )
  const result = await lead.visitor.get(ended.location!)
  expect(result.body).toContain('Die 2 beendeten wieder aufnehmen')
  expect((await clerk.visitor.follow(ended)).body).not.toContain('wieder aufnehmen')
})

test('what cannot be done is said for each before, and what was refused after', slow, async () => {
  const [open, other] = [await send(), await send()]
  await clerk.visitor.submit(await pageFor(clerk, 'schritt:accept', [other]), PATH)
  const mixed = await pageFor(clerk, 'schritt', [open, other])
  expect(mixed.body).not.toContain('schritt:accept')
  const page = await pageFor(clerk, 'schritt:accept', [open, other])
  expect(page.body).toContain('bleibt, wie er ist: Der Stand lässt das nicht zu.')
  expect(page.body.match(/name="n"/g)).toHaveLength(1)
  const forced = await clerk.visitor.post(PATH, { was: 'schritt:accept', n: [open, other, 'A-XXXX-XXXX'] })
  const result = await clerk.visitor.follow(forced)
  expect(result.body).toContain('Bei einem Antrag hat es geklappt, bei 2 nicht')
  // Nobody learns of applications that are not hers.
  expect((await pageFor(stranger, 'assign', [open, other])).body).toContain('Es ist kein Antrag ausgewählt')
  const foreign = await stranger.visitor.post(PATH, { was: 'assign', n: [open], personId: stranger.personId })
  expect((await stranger.visitor.follow(foreign)).body).toContain('Bei keinem Antrag hat es geklappt')
  expect((await clerk.visitor.post(PATH, { was: 'schritt:draft', n: [open] })).status).toBe(422)
})

test('given to one person, who is of the unit', slow, async () => {
  const numbers = [await send(), await send()]
  const page = await pageFor(clerk, 'assign', numbers)
  const done = await clerk.visitor.submit(page, PATH, { personId: lead.personId })
  expect((await clerk.visitor.follow(done)).body).toContain('Bei 2 Anträgen hat es geklappt')
  for (const number of numbers) expect((await state(number)).assigneeId).toBe(lead.personId)
  const wrong = await clerk.visitor.post(PATH, { was: 'assign', n: numbers, personId: stranger.personId })
  expect((await clerk.visitor.follow(wrong)).body).toContain('Bei keinem Antrag hat es geklappt, bei 2 nicht')
})

test('a message is looked at with each one’s facts before it leaves', slow, async () => {
  const numbers = [await send(citizen.personId), await send()]
  const form = await pageFor(clerk, 'write', numbers)
  const baustein = /<option value="([0-9a-f-]{36})">Bis wann/.exec(form.body)![1]!
  const filled = await clerk.visitor.post(`${PATH}/baustein`, { was: 'write', n: numbers, baustein, text: 'Guten Tag!', textEn: '' })
  expect(filled.body).toContain('Guten Tag!\n\nZu {nummer}: bis {frist}.')
  const empty = await clerk.visitor.post(`${PATH}/vorschau`, { was: 'write', n: numbers, text: ' ', textEn: '' })
  expect([empty.status, empty.body.includes('id="vorschau"')]).toEqual([422, false])
  const preview = await clerk.visitor.post(`${PATH}/vorschau`, { was: 'write', n: numbers, text: 'Zu {nummer}: bis {frist}.', textEn: '' })
  expect(preview.body).toContain(`Zu ${numbers[0]}: bis `)
  expect(preview.body).toContain('Eine Person erfährt es, bei 2 Anträgen')
  const sent = await clerk.visitor.submit(preview, PATH)
  expect((await clerk.visitor.follow(sent)).body).toContain('niemand: keine Adresse hinterlassen')
  const slip = await clerk.visitor.post(PATH, { was: 'write', n: numbers, text: 'Bis {frisst}', textEn: '' })
  expect([slip.status, slip.body.includes('{frisst}')]).toEqual([422, true])
})

test.each(['', '/vorschau', '/baustein'])('a form that no page has made is refused (%s)', async (end) => {
  const { status, body } = await clerk.visitor.post(PATH + end, {
    was: 'toString',
    n: 'x'.repeat(50),
    'text[de]': 'x',
    textEn: 'x'.repeat(10_001),
  })
  expect([status, body.includes('<h1')]).toEqual([422, true])
})
