import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { caseByNumber, holdCase, releaseCase } from '../../cases/index.ts'
import { startNightly } from '../../cases/retention/retention.jobs.ts'
import { CategoryInput, confirmEmail, saveCategory, saveGroup, sendReport, takeStep } from '../index.ts'

const program = await testProgram()
const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system']), trust: 'none', unitIds: [] }
const day = (count: number) => new Date(program.clock.at.getTime() + count * 86_400_000)
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, at = program.clock.at) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => at }, { town: program.town, actor }, work)
const clerk = await program.signedIn({ roles: ['clerk'] })
const staff: Actor = {
  ...anybody,
  kind: 'person',
  personId: clerk.personId,
  unitIds: [clerk.organisationId!],
  permissions: new Set(['everyone', 'report.work', 'report.see', 'retention.hold']),
}
const citizen = (name: string, email: string) => program.signedIn({ name, email })
const actorOf = ({ personId, accountId }: { personId: string; accountId: string }): Actor => ({
  ...anybody,
  kind: 'person',
  permissions: new Set(['everyone', 'signedIn']),
  personId,
  accountId,
})

await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const it = {
    code: 'pothole',
    groupCode: 'street',
    name: { de: 'Schlagloch', en: 'Pothole' },
    unitId: clerk.organisationId,
    publish: 'atOnce',
  }
  await saveCategory(ctx, CategoryInput.parse(it))
})

/** Sent and ended without a repair so many days ago; an address is confirmed by the link in its mail. */
async function ended(daysAgo: number, who: Actor, { email, confirms = true }: { email?: string; confirms?: boolean } = {}) {
  const at = day(-daysAgo)
  const from = email ? { name: 'Nina Nah', email } : who.personId ? {} : { anonymous: true }
  const sent = await as(who, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Ein Loch', ...from }), at)
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number } = sent.value
  if (email && confirms) {
    const secret = /bestaetigen\/([\w.-]+)/.exec((await mailsTo(program, email)).at(-1)!.text)![1]!
    expect((await as(anybody, (ctx) => confirmEmail(ctx, { secret }), at)).ok).toBe(true)
  }
  const end = (ctx: Ctx) => takeStep(ctx, { number, verb: 'end', reason: 'notFound', text: 'Wir haben nichts gefunden.' })
  expect((await as(staff, end, at)).ok).toBe(true)
  await program.work()
  return number
}

const night = async (count = 0) => {
  const before = program.clock.at
  program.clock.at = day(count)
  await as(system, startNightly)
  await program.work()
  program.clock.at = before
}
const told = async (address: string) => (await mailsTo(program, address)).filter(({ kind }) => kind === 'retention.mail.report')
const there = (number: string) => as(system, (ctx) => caseByNumber(ctx, number))
const notices = (personId: string) =>
  as(system, (ctx) =>
    ctx.db
      .selectFrom('core.notification')
      .select(['kind', 'path'])
      .where('tenant_id', '=', ctx.town.id)
      .where('person_id', '=', personId)
      .where('kind', '=', 'retention.deletion')
      .execute(),
  )

test('two weeks before a deletion its owner hears of it, with an account or by a confirmed address, and sees it among her own', async () => {
  const berta = await citizen('Berta Bürger', 'berta@example.org')
  const [byAccount, byMail] = [await ended(352, actorOf(berta)), await ended(352, anybody, { email: 'nina@example.org' })]
  const unconfirmed = await ended(352, anybody, { email: 'never@example.org', confirms: false })
  const later = await ended(300, actorOf(berta))
  for (const path of ['/mein', '/mein/meldungen', `/status/${byAccount}`])
    expect((await berta.visitor.get(path)).body).not.toContain('Wird frühestens')

  await night()
  expect((await told('berta@example.org')).map(({ subject }) => subject)).toEqual([`Ihre Meldung ${byAccount} wird gelöscht`])
  expect(await notices(berta.personId)).toEqual([{ kind: 'retention.deletion', path: `/status/${byAccount}` }])
  expect(await told('never@example.org')).toEqual([])
  expect((await told('nina@example.org'))[0]!.text).toContain('Frühestens am 21. Mai 2026')

  // The link of the mail opens the report without an account, and both are told there until when.
  const nina = program.visitor()
  const link = /(\/s\/[\w.-]+)/.exec((await told('nina@example.org'))[0]!.text)![1]!
  expect((await nina.follow(await nina.get(link))).body).toContain('Wird frühestens am 21. Mai 2026 gelöscht')
  for (const path of ['/mein', '/mein/meldungen', `/status/${byAccount}`])
    expect((await berta.visitor.get(path)).body.split('Wird frühestens am 21. Mai 2026 gelöscht'), path).toHaveLength(2)
  expect((await berta.visitor.get(`/status/${later}`)).body).not.toContain('Wird frühestens')

  // What is held is not announced as gone.
  const hold = { number: byAccount, reason: 'Klage', untilOn: '2030-01-01' }
  expect((await as(staff, (ctx) => holdCase(ctx, hold))).ok).toBe(true)
  expect((await berta.visitor.get('/mein')).body).not.toContain('Wird frühestens')
  expect((await as(staff, (ctx) => releaseCase(ctx, { number: byAccount }))).ok).toBe(true)

  await night(13)
  expect([await there(byAccount), await there(byMail)].map(Boolean)).toEqual([true, true])
  await night(15)
  expect([await there(byAccount), await there(byMail), await there(unconfirmed)]).toEqual([undefined, undefined, undefined])
  expect(await there(later)).toBeDefined()
  expect(await notices(berta.personId)).toEqual([])
  expect(await told('nina@example.org')).toEqual([])
  expect((await berta.visitor.get('/mein/meldungen')).body).not.toContain(byAccount)
})

test('what should have gone long ago is told first and kept whole for two weeks', async () => {
  const number = await ended(900, anybody, { email: 'late@example.org' })
  await night()
  expect(await told('late@example.org')).toHaveLength(1)
  const visitor = program.visitor()
  const link = /(\/s\/[\w.-]+)/.exec((await told('late@example.org'))[0]!.text)![1]!
  expect((await visitor.follow(await visitor.get(link))).body).toContain('Ein Loch')
  await night(1)
  expect(await told('late@example.org')).toHaveLength(1)
  await night(15)
  expect(await there(number)).toBeUndefined()
})

test('who deleted the account is not told any more, and the report goes all the same', async () => {
  const gone = await citizen('Gundula Geht', 'gone@example.org')
  const number = await ended(352, actorOf(gone))
  expect((await gone.visitor.fill('/mein/konto/loeschen', '/mein/konto/loeschen', { sure: 'ja' })).status).toBe(303)
  await program.work()
  await night()
  expect(await told('gone@example.org')).toEqual([])
  await night(15)
  expect(await there(number)).toBeUndefined()
})
