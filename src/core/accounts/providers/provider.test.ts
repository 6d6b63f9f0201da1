import { expect, test } from 'vitest'
import { identityProvider } from '../../../../test/setup/identity-provider.ts'
import { lastMailTo, mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import type { Visitor } from '../../../../test/setup/visitor.ts'

const land = await identityProvider('http://neustadt.test/anmelden/mit/land/zurueck')
const program = await testProgram({
  OIDC_PROVIDERS: JSON.stringify([
    {
      id: 'land',
      name: 'Landeskonto',
      issuer: land.issuer,
      clientId: 'stadtplatz',
      clientSecret: 'a secret of the town',
      trustClaim: 'level',
      trustMap: { substanziell: 'substantial', hoch: 'high' },
    },
  ]),
})
// Its tokens are dated by the machine's clock.
program.clock.at = new Date()

/** Sends the browser to the provider, signs in there, and comes back. */
async function visit(visitor: Visitor, subject: string) {
  const away = await visitor.get('/anmelden/mit/land?weiter=/mein/konto')
  const back = await land.signIn(away.location ?? '', subject)
  return { away, back: back.replace('http://neustadt.test', '') }
}

async function connected(subject: string, level: string) {
  land.people.set(subject, { name: 'Lena Land', email: `${subject}@example.org`, email_verified: true, level })
  const { visitor, accountId } = await program.signedIn({ name: 'Lena Land' })
  const { back } = await visit(visitor, subject)
  expect((await visitor.get(back)).location).toBe('/mein/konto/verbinden')
  expect((await visitor.fill('/mein/konto/verbinden', '/mein/konto/verbinden')).status).toBe(303)
  return { visitor, accountId }
}
const trustOf = async (accountId: string) =>
  (await program.pool.query("SELECT trust FROM core.session WHERE account_id = $1 AND way = 'provider'", [accountId])).rows.map(
    ({ trust }) => trust,
  )

test('sent away with PKCE, state and nonce', async () => {
  const { location } = await program.visitor().get('/anmelden/mit/land')
  const url = new URL(location ?? '')
  expect(url.origin).toBe(land.issuer)
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    code_challenge_method: 'S256',
    redirect_uri: 'http://neustadt.test/anmelden/mit/land/zurueck',
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)?.length).toBeGreaterThan(20)
})

test('a connected identity signs in, with the level of trust that the provider vouches for', async () => {
  const { accountId } = await connected('lena', 'substanziell')
  const visitor = program.visitor()
  const { back } = await visit(visitor, 'lena')
  const done = await visitor.get(back)
  expect([done.status, done.location]).toEqual([303, '/mein/konto'])
  expect((await visitor.follow(done)).body).toContain('Lena Land')
  expect(await trustOf(accountId)).toEqual(['substantial'])

  const other = await connected('knut', 'selbstgemacht')
  const again = program.visitor()
  await again.get((await visit(again, 'knut')).back)
  expect(await trustOf(other.accountId)).toEqual(['basic'])
})

test('the same e-mail address never merges accounts by itself', async () => {
  const victim = await program.signedIn({ email: 'victim@example.org', name: 'Vera Opfer' })
  land.people.set('impostor', { name: 'Vera Opfer', email: 'victim@example.org', email_verified: true })
  const visitor = program.visitor()
  const { back } = await visit(visitor, 'impostor')
  const done = await visitor.get(back)
  expect(done.location).toBe('/anmelden/verbinden')
  expect((await visitor.follow(done)).body).toContain('Landeskonto ist noch mit keinem Konto verbunden')
  expect((await visitor.get('/mein/konto')).status).toBe(302)
  expect(await trustOf(victim.accountId)).toEqual([])
  // Signing up with the address of somebody else only tells her.
  const page = await visitor.get('/registrieren')
  expect(page.body).toContain('value="victim@example.org"')
  await visitor.submit(page, '/registrieren')
  expect((await mailsTo(program, 'victim@example.org')).map(({ kind }) => kind)).toEqual(['accounts.mail.taken'])
})

test('a newcomer signs up, and connects with one more click', async () => {
  land.people.set('neu', { name: 'Nele Neu', email: 'nele@example.org', email_verified: true })
  const visitor = program.visitor()
  await visitor.get((await visit(visitor, 'neu')).back)
  await visitor.fill('/registrieren', '/registrieren')
  const { code } = await lastMailTo(program, 'nele@example.org')
  const made = await visitor.post('/registrieren/bestaetigen', { code })
  expect(made.location).toBe('/mein/konto/verbinden')
  expect((await visitor.fill('/mein/konto/verbinden', '/mein/konto/verbinden')).status).toBe(303)
  const later = program.visitor()
  expect((await later.get((await visit(later, 'neu')).back)).location).toBe('/mein/konto')
})

test('one identity belongs to one account', async () => {
  await connected('shared', 'hoch')
  const second = await program.signedIn()
  const { back } = await visit(second.visitor, 'shared')
  // It is known, so it signs in as its own account and does not move to the second one.
  expect((await second.visitor.get(back)).location).toBe('/mein/konto')
  expect((await second.visitor.get('/mein/konto')).body).toContain('Lena Land')
})

test('answers that nobody asked for, of another browser, changed or repeated are refused', async () => {
  await connected('hostile', 'hoch')
  const refused = async (visitor: Visitor, path: string) => {
    const answer = await visitor.get(path)
    expect(answer.location).toBe('/anmelden')
    expect(visitor.cookies.has('sitzung')).toBe(false)
  }
  const visitor = program.visitor()
  const { back } = await visit(visitor, 'hostile')
  await refused(program.visitor(), back)
  await refused(program.visitor(), '/anmelden/mit/land/zurueck?code=x&state=y')

  const tampered = program.visitor()
  const { back: other } = await visit(tampered, 'hostile')
  const url = new URL(other, 'http://neustadt.test')
  url.searchParams.set('state', 'another')
  await refused(tampered, url.pathname + url.search)

  // The code of one errand in the browser of another: PKCE and nonce do not fit.
  const [one, two] = [program.visitor(), program.visitor()]
  const [first, second] = [await visit(one, 'hostile'), await visit(two, 'hostile')]
  const swapped = new URL(second.back, 'http://neustadt.test')
  swapped.searchParams.set('code', new URL(first.back, 'http://neustadt.test').searchParams.get('code') ?? '')
  await refused(two, swapped.pathname + swapped.search)

  await refused(program.visitor(), '/anmelden/mit/land/zurueck?error=access_denied&state=x')
  expect((await visitor.get(back)).location).toBe('/mein/konto')
  expect((await program.visitor().get('/anmelden/mit/niemand')).status).toBe(404)
})

test('disconnected, it does not sign in any more', async () => {
  const { visitor } = await connected('leaves', 'hoch')
  expect((await visitor.fill('/mein/konto/sicherheit', '/mein/konto/verbindungen/land/trennen')).status).toBe(303)
  const later = program.visitor()
  expect((await later.get((await visit(later, 'leaves')).back)).location).toBe('/anmelden/verbinden')
})
