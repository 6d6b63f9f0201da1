import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { digest } from '#platform/keys.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { doing, makeTown } from '../../../../test/setup/town.ts'
import { accountById, insertAccount } from '../account.sql.ts'
import { logOf } from '../account-log.sql.ts'
import { personFacts } from '../towns/person.sql.ts'
import { sessionsOf } from './session.sql.ts'
import { endOtherSessions, endSession, openSession, signOut } from './session.verbs.ts'

const { pool } = await testDatabase()
const town = await makeTown(pool)
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => doing(pool, { town, actor }, work)

const account = (email: string) =>
  as(
    anybody,
    async (ctx) => (await accountById(ctx, (await insertAccount(ctx, { email, name: 'Anna', passwordHash: null, locale: 'de' }))!))!,
  )

/** Signs in on a device; who acts with that session, and its token. */
async function signedIn(of: Awaited<ReturnType<typeof account>>, device: string, before: Actor = anybody) {
  const cookies = await as(before, (ctx) => openSession(ctx, of, { way: 'password', device }))
  const token = cookies[0]!.value
  const { rows } = await pool.query('SELECT id FROM core.session WHERE token_hash = $1', [digest(token)])
  const actor: Actor = { ...anybody, kind: 'person', accountId: of.id, sessionId: rows[0].id }
  return { actor, token, cookies }
}
const devices = async (accountId: string) => (await as(anybody, (ctx) => sessionsOf(ctx, accountId))).map(({ device }) => device).sort()
const noted = async (accountId: string) => (await as(anybody, (ctx) => logOf(ctx, accountId))).map(({ kind }) => kind)

test('a session has a new token each time, makes the person of the town and stands in the log', async () => {
  const anna = await account('anna@example.org')
  const [phone, desk] = [await signedIn(anna, 'Telefon'), await signedIn(anna, 'Schreibtisch')]
  expect(phone.token).not.toBe(desk.token)
  expect(Buffer.from(phone.token, 'base64url')).toHaveLength(32)
  expect(phone.cookies).toHaveLength(2)
  expect(await devices(anna.id)).toEqual(['Schreibtisch', 'Telefon'])
  expect(await noted(anna.id)).toEqual(['signedIn', 'signedIn'])
  expect(await as(anybody, (ctx) => personFacts(ctx, anna.id))).toMatchObject({ name: 'Anna', email: 'anna@example.org' })
})

test('signing in anew in the same browser leaves nothing behind, also as somebody else', async () => {
  const [berta, carla] = [await account('berta@example.org'), await account('carla@example.org')]
  const first = await signedIn(berta, 'erst')
  const second = await signedIn(berta, 'dann', first.actor)
  expect(await devices(berta.id)).toEqual(['dann'])
  await signedIn(carla, 'sie', second.actor)
  expect(await devices(berta.id)).toEqual([])
  expect(await devices(carla.id)).toEqual(['sie'])
})

test('signing out ends this session alone; signed out, it changes nothing', async () => {
  const dora = await account('dora@example.org')
  const [here] = [await signedIn(dora, 'hier'), await signedIn(dora, 'dort')]
  expect((await as(here.actor, signOut)).ok).toBe(true)
  expect((await as(anybody, signOut)).ok).toBe(true)
  expect(await devices(dora.id)).toEqual(['dort'])
})

test('another session of the own account can be ended, nobody else’s', async () => {
  const [ella, frida] = [await account('ella@example.org'), await account('frida@example.org')]
  const [here, there, hers] = [await signedIn(ella, 'hier'), await signedIn(ella, 'dort'), await signedIn(frida, 'ihre')]
  const end = (actor: Actor, id: string) => as(actor, (ctx) => endSession(ctx, { id }))
  expect(await end(here.actor, hers.actor.sessionId!)).toMatchObject({ ok: false, refusal: { code: 'unknown' } })
  expect(await end(anybody, there.actor.sessionId!)).toMatchObject({ ok: false, refusal: { code: 'unknown' } })
  expect(await end(here.actor, newId())).toMatchObject({ ok: false, refusal: { code: 'unknown' } })
  expect(await noted(ella.id)).not.toContain('signedOutElsewhere')
  expect((await end(here.actor, there.actor.sessionId!)).ok).toBe(true)
  expect([await devices(ella.id), await devices(frida.id)]).toEqual([['hier'], ['ihre']])
  expect(await noted(ella.id)).toContain('signedOutElsewhere')
})

test('all others end at once, counted; a line in the log only where there were any', async () => {
  const gerda = await account('gerda@example.org')
  const here = await signedIn(gerda, 'hier')
  await signedIn(gerda, 'dort')
  await signedIn(gerda, 'drüben')
  expect(await as(here.actor, endOtherSessions)).toEqual({ ok: true, value: { count: 2 } })
  expect(await as(here.actor, endOtherSessions)).toEqual({ ok: true, value: { count: 0 } })
  expect(await as(anybody, endOtherSessions)).toEqual({ ok: true, value: { count: 0 } })
  expect(await devices(gerda.id)).toEqual(['hier'])
  expect((await noted(gerda.id)).filter((kind) => kind === 'signedOutElsewhere')).toHaveLength(1)
})
