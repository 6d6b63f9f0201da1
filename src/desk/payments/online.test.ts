import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { applicationTown } from '../../../test/setup/applications.ts'
import { mollieCounterpart } from '../../../test/setup/mollie.ts'
import { eventsOf } from '../../../test/setup/people.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { chargesOf } from '../../services/payments/charge.sql.ts'
import { attemptsOf, openAttempts } from '../../services/payments/online/online.sql.ts'
import { paymentsOf } from '../../services/payments/payment.sql.ts'
import { standardWorkflow } from '../../services/workflows/standard.ts'

const KEY = 'test_0123456789abcdefghijklmnopqrstuvwxyz'
const mollie = await mollieCounterpart(KEY)
const program = await testProgram({ MOLLIE_URL: mollie.url })
const form = formOf([
  pageOf('who', [fieldOf('name', 'text'), fieldOf('loud', 'yesNo')]),
  pageOf('why', [
    fieldOf('reason', 'longText', { visibleIf: { op: 'eq', left: { field: 'loud' }, right: { value: true } } }),
    fieldOf('fee', 'calculated', { result: 'money', fee: true, expression: { op: 'value', value: 1_205 } }),
  ]),
])
const t = await applicationTown(program.pool, 'onlinestadt', { workflow: standardWorkflow({}), form })
const PROVIDER = '/verwaltung/zahlungen'
let admin: SignedIn

beforeAll(async () => {
  program.house.directory.forget()
  admin = await program.signedIn({ town: t.town, name: 'Ada Admin', roles: ['admin'], organisationId: t.office })
  expect((await admin.visitor.fill(PROVIDER, PROVIDER, { key: KEY })).status).toBe(303)
})
afterAll(() => mollie.end())

const applied = async () => {
  const { number, secret, caseId } = await t.send()
  const visitor = program.visitor({ town: t.town })
  await visitor.get(`/s/${secret}`)
  const page = `/status/${number}/zahlung`
  const [charge] = await t.as(undefined, (ctx) => chargesOf(ctx, caseId))
  const online = `${page}/${charge!.id}/online`
  return { caseId, visitor, page, online, id: charge!.id }
}
const chargeOf = async (caseId: string) => (await t.as(undefined, (ctx) => chargesOf(ctx, caseId)))[0]!
const payAt = (html: string) => /href="https:\/\/www\.mollie\.com\/checkout\/(tr_\w+)"/.exec(html)?.[1]
const tell = (path: string) =>
  program.visitor({ town: t.town }).send('POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, 'id=tr_1')

test('the key is sealed and shown by its end alone', async () => {
  const { body } = await admin.visitor.get(PROVIDER)
  expect(body).toContain('… wxyz')
  expect(body).not.toContain(KEY)
  const wrong = await admin.visitor.fill(PROVIDER, PROVIDER, { key: 'geheim' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('beginnt mit live_ oder test_')])
})

test('paid online: begun, confirmed by the provider, settled once however often it is told', async () => {
  const { caseId, visitor, page, online, id } = await applied()
  expect((await visitor.get(page)).body).toMatch(/12,05\s€ online bezahlen/)
  expect((await visitor.post(online)).location).toBe(page)
  expect((await visitor.post(online)).location).toBe(page)
  const payment = payAt((await visitor.get(page)).body)!
  const { amount, description, redirectUrl } = mollie.payments.get(payment)!
  expect([amount.value, description, new URL(redirectUrl).pathname]).toEqual(['12.05', expect.stringMatching(/^RF\d\d/), page])
  const attempts = await t.as(undefined, (ctx) => attemptsOf(ctx, [id]))
  expect(attempts.length).toBe(1)

  const path = mollie.settle(payment, 'paid')
  // Somebody who only guesses the way learns nothing and changes nothing.
  expect((await tell(path.replace(/[^/]+$/, 'x'.repeat(43)))).status).toBe(200)
  await program.work()
  expect((await chargeOf(caseId)).paidCents).toBe(0)
  for (let nth = 0; nth < 3; nth += 1) {
    expect((await tell(path)).status).toBe(200)
    await program.work()
  }
  expect(await chargeOf(caseId)).toMatchObject({ paidCents: 1_205, settledAt: expect.any(Date) })
  expect((await t.as(undefined, (ctx) => paymentsOf(ctx, [id]))).map(({ way, cents }) => [way, cents])).toEqual([['online', 1_205]])
  const kinds = (await eventsOf(program.pool, t.town, { type: 'case', id: caseId })).map(({ kind }) => kind)
  expect(kinds.filter((kind) => /^(charge|onlinePayment)\./.test(kind))).toEqual([
    'charge.demanded',
    'onlinePayment.begun',
    'charge.settled',
  ])
  expect((await visitor.get(page)).body).not.toContain(online)
})

test('what came to nothing is said, and can be begun again', async () => {
  const { caseId, visitor, page, online } = await applied()
  await visitor.post(online)
  const first = payAt((await visitor.get(page)).body)!
  mollie.settle(first, 'canceled')
  // The provider's word was lost: the payer asks.
  expect((await visitor.fill(page, `${page}/stand`)).status).toBe(303)
  await program.work()
  expect((await visitor.get(page)).body).toContain('kam nicht zustande')
  await visitor.post(online)
  const second = payAt((await visitor.get(page)).body)!
  expect(second).not.toBe(first)
  expect((await chargeOf(caseId)).paidCents).toBe(0)
})

test.each(['broken', 'nonsense'] as const)('a provider that answers %s keeps nobody from paying otherwise', async (mood) => {
  const { visitor, page, online } = await applied()
  mollie.be(mood)
  const refused = await visitor.post(online)
  mollie.be('well')
  expect(refused.location).toBe(`${page}?gestoert=1`)
  const seen = await visitor.follow(refused)
  expect(seen.body).toContain('Online bezahlen geht gerade nicht')
  // Later it goes on with the same key: the provider makes one payment of it.
  await visitor.post(online)
  expect(payAt((await visitor.get(page)).body)).toBeTruthy()
})

test('what the provider does not know any more is asked for no more, and told to whoever can look', async () => {
  const { caseId, visitor, page, online, id } = await applied()
  await visitor.post(online)
  const payment = payAt((await visitor.get(page)).body)!
  const kept = mollie.payments.get(payment)!
  mollie.payments.delete(payment)
  expect((await visitor.fill(page, `${page}/stand`)).status).toBe(303)
  await program.work()
  expect(await t.as(undefined, (ctx) => attemptsOf(ctx, [id]))).toMatchObject([{ state: 'unknown' }])
  expect((await visitor.get(page)).body).toContain('konnten wir nicht erfahren')
  for (const path of [PROVIDER, `/amt/zahlungen/${id}`]) expect((await admin.visitor.get(path)).body).toContain(payment)
  // Known again, as with the right key, and the provider speaks of it.
  mollie.payments.set(payment, kept)
  await tell(mollie.settle(payment, 'paid'))
  await program.work()
  expect((await chargeOf(caseId)).paidCents).toBe(1_205)
  expect((await admin.visitor.get(PROVIDER)).body).not.toContain(payment)
})

test('one that gets no answer lets others go first', async () => {
  const [one, two] = [await applied(), await applied()]
  for (const { visitor, online } of [one, two]) await visitor.post(online)
  const [first] = await t.as(undefined, (ctx) => attemptsOf(ctx, [one.id]))
  const [second] = await t.as(undefined, (ctx) => attemptsOf(ctx, [two.id]))
  mollie.be('broken')
  await one.visitor.fill(one.page, `${one.page}/stand`)
  await expect(program.work()).rejects.toThrow('answers 503')
  mollie.be('well')
  const open = await t.as(undefined, (ctx) => openAttempts(ctx, { from: new Date(0), until: new Date('2100-01-01'), limit: 100 }))
  expect(open.indexOf(second!.id)).toBeLessThan(open.indexOf(first!.id))
})

test('what is paid for a demand that was waived meanwhile is seen as too much', async () => {
  const { caseId, visitor, page, online, id } = await applied()
  await visitor.post(online)
  const path = mollie.settle(payAt((await visitor.get(page)).body)!, 'paid')
  expect((await admin.visitor.fill(`/amt/zahlungen/${id}`, `/amt/zahlungen/${id}/erlass`, { reason: 'Härtefall' })).status).toBe(303)
  await tell(path)
  await program.work()
  expect(await chargeOf(caseId)).toMatchObject({ paidCents: 1_205, settledAt: undefined, waivedAt: expect.any(Date) })
  expect((await admin.visitor.get('/amt/zahlungen?ansicht=over')).body).toContain(id)
})

test('somebody else cannot begin, and without a provider nobody', async () => {
  const { online, visitor, page } = await applied()
  expect((await program.visitor({ town: t.town }).post(online)).status).toBe(404)
  const other = await applied()
  expect((await other.visitor.post(online)).status).toBe(404)
  expect((await admin.visitor.fill(PROVIDER, `${PROVIDER}/ende`)).status).toBe(303)
  expect((await visitor.post(online)).status).toBe(404)
  expect((await visitor.get(page)).body).not.toContain(online)
})
