import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { lastMailTo, mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import type { Visitor } from '../../../../test/setup/visitor.ts'
import { evaluatedHashes, hashPassword } from '../password/hash.ts'

const program = await testProgram()
const PASSWORD = 'Leuchtturm Kieselweg 7'
let hash: string
beforeAll(async () => {
  hash = await hashPassword(PASSWORD)
})

const account = async (email: string): Promise<string> => {
  const { accountId } = await program.signedIn({ email })
  await program.pool.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [hash, accountId])
  return accountId
}
const signIn = (visitor: Visitor, email: string, password = PASSWORD) => visitor.post('/anmelden', { email, password })

test('by password; then signed in, and the token is kept only as its hash', async () => {
  await account('anna@example.org')
  const visitor = program.visitor()
  const answer = await visitor.fill('/anmelden?weiter=/mein/konto', '/anmelden', { email: 'Anna@example.org', password: PASSWORD })
  expect([answer.status, answer.location]).toEqual([303, '/mein/konto'])
  expect((await visitor.follow(answer)).status).toBe(200)
  const token = visitor.cookies.get('sitzung') ?? ''
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('sitzung='))
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  const hashed = createHash('sha256').update(token).digest()
  const { rowCount } = await program.pool.query('SELECT 1 FROM core.session WHERE token_hash = $1', [hashed])
  expect(rowCount).toBe(1)
  const kept = await program.pool.query('SELECT cookies::text FROM platform.idempotency')
  expect(JSON.stringify(kept.rows)).not.toContain(token)
})

test('a new sign-in has a new token, and the old one is worth nothing', async () => {
  await account('twice@example.org')
  const visitor = program.visitor()
  await signIn(visitor, 'twice@example.org')
  const first = visitor.cookies.get('sitzung') ?? ''
  await signIn(visitor, 'twice@example.org')
  expect(visitor.cookies.get('sitzung')).not.toBe(first)
  const thief = program.visitor()
  thief.cookies.set('sitzung', first)
  expect((await thief.get('/mein/konto')).location).toMatch(/^\/anmelden/)
})

test('never leads away from the town', async () => {
  await account('away@example.org')
  for (const weiter of ['//evil.example', 'https://evil.example', '/\\evil.example', '/%09/evil', 'javascript:alert(1)']) {
    const answer = await program.visitor().post('/anmelden', { email: 'away@example.org', password: PASSWORD, weiter })
    expect(new URL(answer.location ?? '', 'http://neustadt.test').host).toBe('neustadt.test')
  }
})

test('an unknown address is not discovered: same status, page and work as a wrong password', async () => {
  await account('real@example.org')
  await program.signedIn({ email: 'no-password@example.org' })
  const seen = async (email: string) => {
    const before = evaluatedHashes()
    const answer = await signIn(program.visitor(), email, 'not the password')
    return {
      status: answer.status,
      body: answer.body.replaceAll(email, '@').replaceAll(/value="[\w-]{43}"/g, ''),
      work: evaluatedHashes() - before,
    }
  }
  const real = await seen('real@example.org')
  expect(real.status).toBe(422)
  expect(real.work).toBe(1)
  expect(await seen('unknown@example.org')).toEqual(real)
  expect(await seen('no-password@example.org')).toEqual(real)
})

test('a code by mail, or its link in another browser; each once', async () => {
  await account('code@example.org')
  const visitor = program.visitor()
  const asked = await visitor.post('/anmelden/code', { email: 'code@example.org', password: '' })
  expect(asked.location).toBe('/anmelden/code')
  const { code, link } = await lastMailTo(program, 'code@example.org')
  const elsewhere = program.visitor()
  const done = await elsewhere.fill(link, '/anmelden/link')
  expect(done.status).toBe(303)
  expect((await elsewhere.get('/mein/konto')).status).toBe(200)
  // The same question is answered now, so its code is gone, too.
  expect((await visitor.post('/anmelden/code/pruefen', { code })).status).toBe(422)

  await visitor.post('/anmelden/code', { email: 'code@example.org' })
  const second = await lastMailTo(program, 'code@example.org')
  expect((await visitor.post('/anmelden/code/pruefen', { code: second.code })).status).toBe(303)
  expect((await visitor.get('/mein/konto')).status).toBe(200)
})

test('opening the link does nothing by itself', async () => {
  await account('prefetch@example.org')
  await program.visitor().post('/anmelden/code', { email: 'prefetch@example.org' })
  const { link } = await lastMailTo(program, 'prefetch@example.org')
  const scanner = program.visitor()
  for (let i = 0; i < 3; i += 1) expect((await scanner.get(link)).status).toBe(200)
  expect((await scanner.get('/mein/konto')).status).toBe(302)
})

test('a code expires', async () => {
  await account('late@example.org')
  const visitor = program.visitor()
  await visitor.post('/anmelden/code', { email: 'late@example.org' })
  const { code } = await lastMailTo(program, 'late@example.org')
  program.clock.forward(16)
  expect((await visitor.post('/anmelden/code/pruefen', { code })).body).toContain('gilt nicht mehr')
})

test('a code for an unknown address: same answers, and no mail', async () => {
  await account('code-known@example.org')
  const seen = async (email: string) => {
    const visitor = program.visitor()
    const asked = await visitor.post('/anmelden/code', { email })
    const page = await visitor.follow(asked)
    await program.work()
    const wrong = await visitor.post('/anmelden/code/pruefen', { code: '000000' })
    const plain = (html: string) => html.replaceAll(email, '@').replaceAll(/value="[\w-]{43}"/g, '')
    return [asked.status, asked.location, plain(page.body), wrong.status, plain(wrong.body)]
  }
  expect(await seen('code-unknown@example.org')).toEqual(await seen('code-known@example.org'))
  expect(await mailsTo(program, 'code-unknown@example.org')).toEqual([])
})

test('signing out counts at once', async () => {
  await account('out@example.org')
  const visitor = program.visitor()
  await signIn(visitor, 'out@example.org')
  const token = visitor.cookies.get('sitzung') ?? ''
  expect((await visitor.fill('/mein/konto', '/abmelden')).status).toBe(303)
  expect(visitor.cookies.has('sitzung')).toBe(false)
  visitor.cookies.set('sitzung', token)
  expect((await visitor.get('/mein/konto')).status).toBe(302)
})

test('a session lasts while it is used, and half a year at most', async () => {
  await account('long@example.org')
  const visitor = program.visitor()
  await signIn(visitor, 'long@example.org')
  for (let day = 0; day < 170; day += 17) {
    program.clock.forward(17 * 1440)
    expect((await visitor.get('/mein/konto')).status).toBe(200)
  }
  program.clock.forward(11 * 1440)
  expect((await visitor.get('/mein/konto')).status).toBe(302)

  const idle = program.visitor()
  await signIn(idle, 'long@example.org')
  program.clock.forward(31 * 1440)
  expect((await idle.get('/mein/konto')).status).toBe(302)
})
