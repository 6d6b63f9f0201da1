import { expect, test } from 'vitest'
import { system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { linkIn, reportNews } from '../../../test/setup/report-news.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import { CategoryInput, confirmEmail, joinReport, saveCategory, sendReport, takeStep } from './index.ts'

const { program, as, clerk, citizen, unitId, staff, berta, mails } = await reportNews()
const notices = () =>
  as(system, (ctx) =>
    ctx.db
      .selectFrom('core.notification')
      .select(['person_id as who', 'kind', 'text'])
      .where('tenant_id', '=', ctx.town.id)
      .orderBy('id')
      .execute(),
  )

test('each party hears of each step once; an address only after it was confirmed; staff of a new offer and an answer', async () => {
  const sent = await as(berta, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Loch' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number } = sent.value
  await as(anybody, (ctx) => joinReport(ctx, { number, email: 'nina@example.org' }))
  await as(anybody, (ctx) => joinReport(ctx, { number, email: 'never@example.org' }))
  await program.work()
  expect(
    (await mails()).map(({ to }) => to).filter((to) => to.endsWith('example.org') && to !== citizen.email && to !== clerk.email),
  ).toEqual(['nina@example.org', 'never@example.org'])
  expect(await notices()).toContainEqual({ who: clerk.personId, kind: 'report.offered', text: 'report.tell.offered' })

  const secret = linkIn((await mails()).find(({ to }) => to === 'nina@example.org')!.text)
  expect((await as(anybody, (ctx) => confirmEmail(ctx, { secret }))).ok).toBe(true)
  expect((await as(anybody, (ctx) => confirmEmail(ctx, { secret: 'wrong' }))).ok).toBe(false)
  expect((await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept', text: 'Wir kommen am Montag.' }))).ok).toBe(true)
  await program.work()
  const news = (await mails()).filter(({ subject }) => subject.startsWith('Angenommen'))
  expect(news.map(({ to }) => to).sort()).toEqual([citizen.email, 'nina@example.org'].sort())
  expect(news.find(({ to }) => to === 'nina@example.org')?.text).toContain('Wir kommen am Montag.')
  expect((await notices()).filter(({ who }) => who === citizen.personId)).toEqual([
    { who: citizen.personId, kind: 'report.news', text: 'report.news.assignment.accepted' },
  ])
  // The clerk did it herself.
  expect((await notices()).filter(({ who }) => who === clerk.personId)).toHaveLength(1)
})

test('the link in a mail ends the mails: without sign-in, by a button and by the mail program', async () => {
  const mail = (await mails()).find(({ to, subject }) => to === 'nina@example.org' && subject.startsWith('Angenommen'))!
  const link = linkIn(mail.text)
  const visitor = program.visitor()
  const page = await visitor.get(`/meldungen/abmelden/${link}`)
  expect(page.status).toBe(200)
  const done = await visitor.post(`/meldungen/abmelden/${link}`, { 'List-Unsubscribe': 'One-Click' }, { origin: 'http://neustadt.test' })
  expect(done.status).toBe(303)
  expect((await visitor.follow(done)).body).toContain('keine E-Mails mehr')
  expect((await visitor.get('/meldungen/abmelden/abc.def.ghi')).status).toBe(404)
  const before = (await mails()).filter(({ to }) => to === 'nina@example.org').length
  const { rows } = await as(system, async (ctx) => ({
    rows: await ctx.db.selectFrom('services.case').select('number').where('tenant_id', '=', ctx.town.id).execute(),
  }))
  expect(before).toBe(2)
  expect((await as(staff, (ctx) => takeStep(ctx, { number: rows[0]!.number, verb: 'start' }))).ok).toBe(true)
  await program.work()
  expect((await mails()).filter(({ to }) => to === 'nina@example.org')).toHaveLength(before)
})

test('a report that waits for its address reaches the moderators when that is confirmed, once; a confirmed address alone does not', async () => {
  const moderator = await program.signedIn({ roles: ['moderator'], name: 'Mo Moder' })
  await as(system, async (ctx) => {
    for (const [code, confirm] of [
      ['wreck', true],
      ['tree', false],
    ] as const)
      await saveCategory(
        ctx,
        CategoryInput.parse({
          code,
          groupCode: 'street',
          name: { de: code, en: code },
          unitId,
          publish: 'afterCheck',
          confirmEmail: confirm,
        }),
      )
  })
  const told = async () => (await notices()).filter(({ who, kind }) => who === moderator.personId && kind === 'report.toCheck').length
  const confirmOf = async (email: string) => {
    const secret = linkIn((await mails()).findLast(({ to }) => to === email)!.text)
    expect((await as(anybody, (ctx) => confirmEmail(ctx, { secret }))).ok).toBe(true)
  }
  const send = async (category: string, email: string) =>
    expect((await as(anybody, (ctx) => sendReport(ctx, { category, place, text: 'Frau Müller fragt seit Wochen danach', email }))).ok).toBe(
      true,
    )

  await send('wreck', 'wanda@example.org')
  await program.work()
  expect(await told()).toBe(0)
  await confirmOf('wanda@example.org')
  await program.work()
  expect(await told()).toBe(1)
  await confirmOf('wanda@example.org')
  await program.work()
  expect(await told()).toBe(1)

  // Confirmed before the queue came to the report itself.
  await send('wreck', 'quick@example.org')
  await confirmOf('quick@example.org')
  await program.work()
  expect(await told()).toBe(2)

  // Told when it came in; the address changes nothing for the moderators.
  await send('tree', 'theo@example.org')
  await confirmOf('theo@example.org')
  await program.work()
  expect(await told()).toBe(3)
})

test('450 parties hear of a step once each, 200 in a transaction', async () => {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Viele kennen es' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number, caseId } = sent.value
  const address = (index: number) => `party-${index}@example.org`
  await as(system, async (ctx) => {
    const many = Array.from({ length: 450 }, (_, index) => ({
      tenant_id: ctx.town.id,
      case_id: caseId,
      id: newId(),
      role: 'supporter',
      email: address(index),
      email_confirmed_at: ctx.now(),
      secret_hash: Buffer.from(`secret ${index}`),
      code_hash: Buffer.from(`code ${index}`),
      // Many at the same moment, as after a joining of two reports.
      since: new Date(ctx.now().getTime() + Math.floor(index / 150)),
    }))
    await ctx.db.insertInto('services.case_party').values(many).execute()
  })
  expect((await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept' }))).ok).toBe(true)
  await program.work()
  const addresses = (await mails()).flatMap(({ to }) => (to.startsWith('party-') ? to : []))
  expect(addresses).toHaveLength(450)
  expect(new Set(addresses)).toEqual(new Set(Array.from({ length: 450 }, (_, index) => address(index))))

  // A page whose end was not noted comes again and tells nobody twice.
  const pages = await as(system, (ctx) =>
    ctx.db
      .selectFrom('core.reaction')
      .select(['listener', 'event_id'])
      .where('tenant_id', '=', ctx.town.id)
      .where('listener', 'like', 'report.partyNews %')
      .execute(),
  )
  expect(pages).toHaveLength(2)
  for (const { listener, event_id: eventId } of pages) {
    const id = listener.slice('report.partyNews '.length)
    await as(system, async (ctx) => enqueue(ctx, 'report.tellParties', { eventId, after: { since: ctx.now(), id } }))
  }
  await program.work()
  expect((await mails()).filter(({ to }) => to.startsWith('party-'))).toHaveLength(450)
})
