import { expect, test } from 'vitest'
import { Authenticator } from '../../../../test/setup/authenticator.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import type { Visitor } from '../../../../test/setup/visitor.ts'
import { rpIdOf } from './webauthn.ts'

const program = await testProgram()
const ask = async (visitor: Visitor, path: string) => {
  const answer = await visitor.post(path, {}, { accept: 'application/json' })
  return JSON.parse(answer.body)
}
const asking = '/anmelden/passkey/frage'
const making = '/mein/konto/passkeys/frage'

/** Somebody with a passkey on a device. */
async function withPasskey(email: string, origin = 'http://neustadt.test') {
  const { visitor, accountId } = await program.signedIn({ email, name: 'Paula Passkey' })
  const device = new Authenticator(origin)
  const answer = device.create(await ask(visitor, making))
  const added = await visitor.post('/mein/konto/passkeys', { name: 'Telefon', answer })
  return { visitor, accountId, device, added, answer }
}

test('a passkey is added and signs in without address or password', async () => {
  const { visitor, device, added } = await withPasskey('paula@example.org')
  expect(added.status).toBe(303)
  expect((await visitor.get('/mein/konto/sicherheit')).body).toContain('Telefon')
  const stranger = program.visitor()
  const options = await ask(stranger, asking)
  expect(options).toMatchObject({ rpId: 'neustadt.test', userVerification: 'required' })
  expect(options.allowCredentials ?? []).toEqual([])
  const done = await stranger.post('/anmelden/passkey', { answer: device.get(options), weiter: '/mein/konto' })
  expect([done.status, done.location]).toEqual([303, '/mein/konto'])
  expect((await stranger.follow(done)).body).toContain('Paula Passkey')
})

test('an answer counts once, in the browser that was asked', async () => {
  const { device } = await withPasskey('once@example.org')
  const stranger = program.visitor()
  const answer = device.get(await ask(stranger, asking))
  expect((await program.visitor().post('/anmelden/passkey', { answer })).status).toBe(422)
  expect((await stranger.post('/anmelden/passkey', { answer })).status).toBe(303)
  expect((await stranger.post('/anmelden/passkey', { answer })).status).toBe(422)
})

test('a question to somebody signed in for a new passkey does not serve to sign in, nor the other way round', async () => {
  const { visitor, device } = await withPasskey('mixed@example.org')
  const { challenge, rp } = await ask(visitor, making)
  expect((await visitor.post('/anmelden/passkey', { answer: device.get({ challenge, rpId: rp.id }) })).status).toBe(422)
  const signing = await ask(visitor, asking)
  const other = new Authenticator('http://neustadt.test')
  const answer = other.create({ challenge: signing.challenge, rp: { id: signing.rpId } })
  expect((await visitor.post('/mein/konto/passkeys', { name: 'x', answer })).status).toBe(422)
})

test('another origin, another device, junk and a known passkey are refused', async () => {
  expect((await withPasskey('phished@example.org', 'http://neustadt-login.evil')).added.status).toBe(422)
  const { visitor, device, answer } = await withPasskey('refused@example.org')
  const unknown = new Authenticator('http://neustadt.test')
  const stranger = program.visitor()
  expect((await stranger.post('/anmelden/passkey', { answer: unknown.get(await ask(stranger, asking)) })).status).toBe(422)
  await ask(visitor, making)
  expect((await visitor.post('/mein/konto/passkeys', { name: 'again', answer })).status).toBe(422)
  for (const junk of ['{}', 'null', '[]', '"x"', '{"id":"x","response":{}}', '{'])
    expect((await stranger.post('/anmelden/passkey', { answer: junk })).status).toBe(422)
  const forged = JSON.parse(device.get(await ask(stranger, asking)))
  forged.response.signature = Buffer.from(forged.response.signature, 'base64url').reverse().toString('base64url')
  expect((await stranger.post('/anmelden/passkey', { answer: JSON.stringify(forged) })).status).toBe(422)
})

test('a removed passkey does not sign in any more; only its owner removes it', async () => {
  const { visitor, device } = await withPasskey('removed@example.org')
  const [, action = ''] =
    /action="(\/mein\/konto\/passkeys\/[\w-]{36}\/entfernen)"/.exec((await visitor.get('/mein/konto/sicherheit')).body) ?? []
  expect((await (await program.signedIn()).visitor.post(action)).status).toBe(422)
  expect((await visitor.post(action)).status).toBe(303)
  const stranger = program.visitor()
  expect((await stranger.post('/anmelden/passkey', { answer: device.get(await ask(stranger, asking)) })).status).toBe(422)
})

test('it also proves that it is the owner, but only of her own account', async () => {
  const { visitor, device } = await withPasskey('proof@example.org')
  const thief = await program.signedIn({ email: 'thief@example.org' })
  program.clock.forward(20)
  const prove = async (who: Visitor) => who.post('/mein/konto/bestaetigen', { answer: device.get(await ask(who, asking)) })
  expect((await prove(thief.visitor)).status).toBe(422)
  expect((await prove(visitor)).status).toBe(303)
  expect((await visitor.get('/mein/konto/passwort')).status).toBe(200)
})

test('addresses of numbers know no passkeys', () => {
  expect(rpIdOf({ origin: 'http://127.0.0.1:3000' })).toBeUndefined()
  expect(rpIdOf({ origin: 'http://[::1]:3000' })).toBeUndefined()
  expect(rpIdOf({ origin: 'http://localhost:3000' })).toBe('localhost')
})
