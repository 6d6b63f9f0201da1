import { expect, test } from 'vitest'
import { lastMailTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { hashPassword } from '../password/hash.ts'
import { codeAt } from './totp.ts'

const program = await testProgram()
const PASSWORD = 'Leuchtturm Kieselweg 7'

/** Somebody with password and second factor; returns the app's secret and the recovery codes. */
async function protectedAccount(email: string) {
  const { visitor, accountId } = await program.signedIn({ email })
  await program.pool.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [await hashPassword(PASSWORD), accountId])
  const page = await visitor.get('/mein/konto/zweiter-faktor')
  const secret = (/value="((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})"/.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  const done = await visitor.submit(page, '/mein/konto/zweiter-faktor', { code: codeAt(secret, program.clock.at) })
  const shown = await visitor.follow(done)
  const codes = [...shown.body.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code = '']) => code)
  program.clock.forward(1)
  return { visitor, accountId, secret, codes }
}

const firstStep = async (email: string) => {
  const visitor = program.visitor()
  const answer = await visitor.post('/anmelden', { email, password: PASSWORD })
  return { visitor, answer }
}

test('with a second factor the password alone does not let in; the code of the app does, once', async () => {
  const { secret, codes } = await protectedAccount('two@example.org')
  expect(codes).toHaveLength(10)
  const { visitor, answer } = await firstStep('two@example.org')
  expect(answer.location).toBe('/anmelden/zweiter-faktor')
  expect((await visitor.get('/mein/konto')).status).toBe(302)
  const code = codeAt(secret, program.clock.at)
  expect((await visitor.fill('/anmelden/zweiter-faktor', '/anmelden/zweiter-faktor', { code: '000000' })).status).toBe(422)
  expect((await visitor.post('/anmelden/zweiter-faktor', { code })).status).toBe(303)
  expect((await visitor.get('/mein/konto')).status).toBe(200)

  const replay = await firstStep('two@example.org')
  expect((await replay.visitor.post('/anmelden/zweiter-faktor', { code })).status).toBe(422)
})

test('the code by mail asks for the second factor, too', async () => {
  await protectedAccount('mailed@example.org')
  const visitor = program.visitor()
  await visitor.post('/anmelden/code', { email: 'mailed@example.org' })
  const { code } = await lastMailTo(program, 'mailed@example.org')
  expect((await visitor.post('/anmelden/code/pruefen', { code })).location).toBe('/anmelden/zweiter-faktor')
})

test('a recovery code lets in once', async () => {
  const { codes } = await protectedAccount('lost@example.org')
  const [first = ''] = codes
  const once = await firstStep('lost@example.org')
  expect((await once.visitor.post('/anmelden/zweiter-faktor', { code: first.toLowerCase() })).status).toBe(303)
  const again = await firstStep('lost@example.org')
  expect((await again.visitor.post('/anmelden/zweiter-faktor', { code: first })).status).toBe(422)
})

test('codes cannot be tried out', async () => {
  const { secret } = await protectedAccount('tried@example.org')
  const { visitor } = await firstStep('tried@example.org')
  for (let i = 0; i < 10; i += 1) await visitor.post('/anmelden/zweiter-faktor', { code: String(100_000 + i) })
  const right = await visitor.post('/anmelden/zweiter-faktor', { code: codeAt(secret, program.clock.at) })
  expect(right.body).toContain('zu viele Versuche')
})

test('the secret is not readable in the table, and the codes only as digests', async () => {
  const { secret, codes, accountId } = await protectedAccount('sealed@example.org')
  const { rows } = await program.pool.query(
    "SELECT totp_secret, (SELECT string_agg(encode(code_hash, 'escape'), ' ') FROM core.recovery_code WHERE account_id = id) AS codes FROM core.account WHERE id = $1",
    [accountId],
  )
  expect(rows[0].totp_secret).not.toContain(secret)
  expect(rows[0].codes).not.toContain(codes[0]?.replace('-', ''))
})

test('turning it off needs a fresh proof, with the second factor', async () => {
  const { visitor, secret } = await protectedAccount('off@example.org')
  program.clock.forward(20)
  const path = '/mein/konto/zweiter-faktor/aus'
  expect((await visitor.post(path)).status).toBe(422)
  const sent = await visitor.get('/mein/konto/sicherheit')
  expect(sent.location).toBe('/mein/konto/bestaetigen?weiter=%2Fmein%2Fkonto%2Fsicherheit')
  const page = await visitor.follow(sent)
  expect((await visitor.submit(page, '/mein/konto/bestaetigen', { password: PASSWORD })).status).toBe(422)
  const proof = await visitor.submit(page, '/mein/konto/bestaetigen', {
    password: PASSWORD,
    secondFactor: codeAt(secret, program.clock.at),
  })
  expect(proof.location).toBe('/mein/konto/sicherheit')
  expect((await visitor.fill('/mein/konto/sicherheit', path)).status).toBe(303)
  expect((await firstStep('off@example.org')).answer.location).toBe('/')
})
