import { beforeAll, describe, expect, it } from 'vitest'
import { storeBuffer } from '#core/files/index.ts'
import { jpeg } from '#core/files/testing/pictures.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { newId, newSecret, speakableCode } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { partyByCode, partyBySecret } from '../../cases/index.ts'
import { saveCategory, saveGroup } from '../catalogue.verbs.ts'
import { CategoryInput } from '../category.rules.ts'
import { deskReport } from '../index.ts'
import { LATE_PATH } from './late.rules.ts'
import { lateSchedules } from './late.verbs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system', 'report.see']), trust: 'none', unitIds: [] }
const JSON_PLEASE = { accept: 'application/json', origin: 'http://neustadt.test' }

beforeAll(() =>
  as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (input: Partial<CategoryInput> & { code: string }) =>
      saveCategory(ctx, CategoryInput.parse({ groupCode: 'street', name: { de: input.code, en: input.code }, publish: 'atOnce', ...input }))
    await category({
      code: 'pothole',
      questions: [{ code: 'size', kind: 'number', label: { de: 'Größe', en: 'Size' }, required: true }],
    })
    await category({ code: 'gas', danger: '112' })
  }),
)

const keys = () => ({ clientKey: newId(), secret: newSecret(), code: speakableCode(12) })
const written = (more: Record<string, string | string[]> = {}) => ({
  ...keys(),
  category: 'pothole',
  text: 'Ein tiefes Loch',
  'answers[size]': '40',
  placeText: '49.05000, 11.05000',
  placeAsked: '49.05000, 11.05000',
  placeLat: '49.05',
  placeLon: '11.05',
  placeWay: 'device',
  observedAt: new Date(program.clock.at.getTime() - 3_600_000).toISOString(),
  ...more,
})
type Written = ReturnType<typeof written>
const send = (it: Written, { who = program.visitor(), key }: { who?: ReturnType<typeof program.visitor>; key?: string } = {}) =>
  who.post(LATE_PATH, it, { ...JSON_PLEASE, ...(key ? { 'idempotency-key': key } : {}) })
const numberIn = (body: string) => (JSON.parse(body) as { number: string }).number
const codeIn = (body: string) => (JSON.parse(body) as { type: string }).type.split(':').at(-1)
const count = (table: 'report' | 'report_receipt') =>
  as(system, async ({ db, town }) => {
    const row = await db
      .selectFrom(`services.${table}`)
      .select((q) => q.fn.countAll<string>().as('n'))
      .where('tenant_id', '=', town.id)
      .executeTakeFirstOrThrow()
    return Number(row.n)
  })
const photo = () =>
  as(anybody, async (ctx) => {
    const stored = await storeBuffer(ctx, await jpeg(64, 48), { name: 'foto.jpg', kinds: ['image'] })
    if (!stored.ok) throw new Error(stored.refusal.code)
    return stored.value
  })

describe('a report that comes late', () => {
  it('opens with the link and the code that the device made, which no answer repeats', async () => {
    const report = written()
    const seen = await send(report)
    expect(seen.status).toBe(201)
    const number = numberIn(seen.body)
    expect(seen.body + seen.location).not.toContain(report.secret)
    const opened = await as(anybody, (ctx) => partyBySecret(ctx, report.secret))
    expect(opened?.case).toMatchObject({ number, receivedAt: program.clock.at, lat: 49.05, published: true })
    expect((await as(anybody, (ctx) => partyByCode(ctx, { number, code: report.code }))).ok).toBe(true)
  })

  it('is one report with its photos, however often it is sent: at once, again, a day later', async () => {
    const before = await count('report')
    const report = written({ photos: [await photo(), await photo()] })
    const key = report.clientKey
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(report, { key })))
    // Who asks while the first is running is told to come again.
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const first = answers.find(({ status }) => status === 201)
    const again = await send(report, { key })
    const withoutHeader = await Promise.all([send(report), send(report)])
    program.clock.forward(2 * 24 * 60)
    const late = await send(report, { key: newId() })
    expect([again, ...withoutHeader, late].map(({ status, body }) => [status, numberIn(body)])).toEqual(
      Array(4).fill([201, numberIn(first?.body ?? '{}')]),
    )
    expect(await count('report')).toBe(before + 1)
    const desk = await as(system, (ctx) => deskReport(ctx, numberIn(late.body)))
    expect(desk?.photos).toHaveLength(2)
  })

  it('with another content under the same key is refused, and says what has arrived', async () => {
    const report = written()
    const number = numberIn((await send(report)).body)
    for (const change of [{ text: 'Ein anderes Loch' }, { secret: newSecret() }, { 'answers[size]': '41' }]) {
      const seen = await send({ ...report, ...change })
      expect([seen.status, codeIn(seen.body)]).toEqual([422, 'sentOtherwise'])
      expect(seen.body).toContain(number)
    }
    // The platform's own key says so before us.
    await send(report, { key: report.clientKey })
    expect(codeIn((await send({ ...report, text: 'Anders' }, { key: report.clientKey })).body)).toBe('keyReused')
  })

  it('with a secret that is somebody’s is refused', async () => {
    const report = written()
    await send(report)
    expect(codeIn((await send({ ...written(), secret: report.secret })).body)).toBe('keysTaken')
  })

  it('is named like any other when something is wrong', async () => {
    expect(codeIn((await send(written({ category: 'gas' }))).body)).toBe('danger')
    expect(codeIn((await send(written({ 'answers[size]': '' }))).body)).toBe('answerMissing')
    expect(codeIn((await send(written({ placeText: 'Gibtsnicht 3', placeAsked: '' }))).body)).toBe('placeUnknown')
    expect(codeIn((await send(written({ photos: [newId()] }))).body)).toBe('fileGone')
    expect((await send(written({ clientKey: '123' }))).status).toBe(422)
    expect((await send(written({ secret: 'kurz' }))).status).toBe(422)
  })

  it('may be refused first and sent again under the same key when it is mended', async () => {
    const report = written({ placeText: 'Gibtsnicht 3', placeAsked: '' })
    expect((await send(report, { key: report.clientKey })).status).toBe(422)
    const mended = { ...report, placeText: '49.05, 11.05' }
    expect((await send(mended, { key: report.clientKey })).status).toBe(201)
  })

  it.each([
    ['a clock that is fast', 10, 'future'],
    ['a month in a drawer', -40 * 24 * 60, 'old'],
    ['an hour', -60, undefined],
  ] as const)('is taken with %s, and the desk sees it', async (_, minutes, doubt) => {
    const observedAt = new Date(program.clock.at.getTime() + minutes * 60_000)
    const seen = await send(written({ observedAt: observedAt.toISOString() }))
    const desk = await as(system, (ctx) => deskReport(ctx, numberIn(seen.body)))
    expect(desk).toMatchObject({ observedAt, case: { receivedAt: program.clock.at } })
    expect(desk?.clockDoubt).toBe(doubt)
  })

  it('belongs to the account only when its writer said so', async () => {
    const citizen = await program.signedIn({ name: 'Berta Bürger' })
    const mine = written({ as: 'person' })
    const nobodys = written()
    await send(mine, { who: citizen.visitor })
    await send(nobodys, { who: citizen.visitor })
    const partyOf = async (secret: string) => (await as(anybody, (ctx) => partyBySecret(ctx, secret)))?.party
    expect((await partyOf(mine.secret))?.personId).toBe(citizen.personId)
    expect((await partyOf(nobodys.secret))?.personId).toBeUndefined()
  })

  it('has to confirm its address, and waits for a moderator, as any other', async () => {
    const report = written({ text: 'Herr Klaus Lehmann hat es gesehen', email: 'nina@example.org', name: 'Nina' })
    const number = numberIn((await send(report)).body)
    const desk = await as(system, (ctx) => deskReport(ctx, number))
    expect(desk?.publication).toBe('waiting')
    expect(await mailsTo(program, 'nina@example.org')).toHaveLength(1)
  })
})

it('keys are forgotten after 90 days', async () => {
  await send(written())
  const forget = async () => {
    for (const { run } of lateSchedules) await as(system, run)
    await program.work()
  }
  const before = await count('report_receipt')
  await forget()
  expect(await count('report_receipt')).toBe(before)
  program.clock.forward(90 * 24 * 60 + 1)
  await forget()
  expect(await count('report_receipt')).toBe(0)
})

it('the page is the same for everybody: nobody’s name, no key of a form', async () => {
  const citizen = await program.signedIn({ name: 'Berta Bürger' })
  const main = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0]
  const [stranger, signedIn] = [await program.visitor().get(LATE_PATH), await citizen.visitor.get(LATE_PATH)]
  expect(main(signedIn.body)).toBe(main(stranger.body))
  expect(main(stranger.body)).toContain('data-stands-in')
  expect(main(stranger.body)).not.toContain('_key')
})
