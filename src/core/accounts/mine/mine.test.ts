import { expect, test } from 'vitest'
import { lastMailTo, mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { doing } from '../../../../test/setup/town.ts'
import { hashPassword } from '../password/hash.ts'

const program = await testProgram()
const PASSWORD = 'Leuchtturm Kieselweg 7'
const account = async (email: string, name = 'Erika Muster') => {
  const made = await program.signedIn({ email, name })
  await program.pool.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [await hashPassword(PASSWORD), made.accountId])
  return made
}
const elsewhere = async (email: string, password = PASSWORD) => {
  const visitor = program.visitor({ headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' } })
  const answer = await visitor.post('/anmelden', { email, password })
  return { visitor, answer }
}
const personsOf = (accountId: string, town = program.town) =>
  doing(program.pool, { town, readOnly: true }, (ctx) =>
    ctx.db.selectFrom('core.person').select(['name', 'email', 'locale', 'anonymised_at']).where('account_id', '=', accountId).execute(),
  )

test('name and language change here at once and in other towns soon', async () => {
  const { visitor, accountId } = await account('name@example.org')
  const other = await program.makeTown('altdorf')
  await program.visitor({ town: other }).post('/anmelden', { email: 'name@example.org', password: PASSWORD })
  expect(await personsOf(accountId, other)).toMatchObject([{ name: 'Erika Muster', locale: 'de' }])
  const done = await visitor.fill('/mein/konto', '/mein/konto/profil', { name: 'Erika Neu', locale: 'en' })
  expect(done.status).toBe(303)
  expect((await visitor.get('/mein/konto')).body).toContain('Your details')
  expect(await personsOf(accountId)).toMatchObject([{ name: 'Erika Neu', locale: 'en' }])
  await program.work()
  expect(await personsOf(accountId, other)).toMatchObject([{ name: 'Erika Neu', locale: 'en' }])
})

test('a new e-mail address counts when it is confirmed; the old one is told', async () => {
  const { visitor } = await account('old@example.org')
  const asked = await visitor.fill('/mein/konto/email', '/mein/konto/email', { email: 'new@example.org' })
  expect(asked.location).toBe('/mein/konto/email/code')
  const { code } = await lastMailTo(program, 'new@example.org')
  expect((await visitor.get('/mein/konto')).body).toContain('old@example.org')
  expect((await visitor.fill('/mein/konto/email/code', '/mein/konto/email/code', { code })).status).toBe(303)
  expect((await lastMailTo(program, 'old@example.org')).kind).toBe('accounts.mail.emailChanged')
  expect((await elsewhere('new@example.org')).answer.status).toBe(303)
  expect((await elsewhere('old@example.org')).answer.status).toBe(422)
})

test('the link in the mail works where nobody is signed in', async () => {
  const { visitor } = await account('from@example.org')
  await visitor.post('/mein/konto/email', { email: 'to@example.org' })
  const { link } = await lastMailTo(program, 'to@example.org')
  expect((await program.visitor().fill(link, '/mein/konto/email/link')).status).toBe(303)
  expect((await elsewhere('to@example.org')).answer.status).toBe(303)
})

test('an address of somebody else is not discovered this way either', async () => {
  const { visitor } = await account('curious@example.org')
  await account('neighbour@example.org')
  const asked = await visitor.post('/mein/konto/email', { email: 'neighbour@example.org' })
  expect([asked.status, asked.location]).toEqual([303, '/mein/konto/email/code'])
  expect((await mailsTo(program, 'neighbour@example.org')).map(({ kind }) => kind)).toEqual(['accounts.mail.taken'])
})

test('a new password ends the other sessions, not this one, and the owner is told', async () => {
  const { visitor } = await account('change@example.org')
  const other = await elsewhere('change@example.org')
  expect((await other.visitor.get('/mein/konto')).status).toBe(200)
  const done = await visitor.fill('/mein/konto/passwort', '/mein/konto/passwort', { password: 'Regenschirm Ampel 42' })
  expect(done.status).toBe(303)
  expect((await other.visitor.get('/mein/konto')).status).toBe(302)
  expect((await visitor.get('/mein/konto')).status).toBe(200)
  expect((await lastMailTo(program, 'change@example.org')).kind).toBe('accounts.mail.passwordChanged')
  expect((await elsewhere('change@example.org')).answer.status).toBe(422)
  expect((await elsewhere('change@example.org', 'Regenschirm Ampel 42')).answer.status).toBe(303)
})

test('a forgotten password is set anew by code or link, ends all sessions, and reveals nobody', async () => {
  const { visitor } = await account('forgot@example.org')
  const ask = async (email: string) => {
    const asking = program.visitor()
    const answer = await asking.fill('/passwort/vergessen', '/passwort/vergessen', { email })
    return { asking, seen: [answer.status, answer.location, (await asking.follow(answer)).status] }
  }
  const known = await ask('forgot@example.org')
  expect(known.seen).toEqual((await ask('unknown@example.org')).seen)
  expect(await mailsTo(program, 'unknown@example.org')).toEqual([])
  const { code } = await lastMailTo(program, 'forgot@example.org')
  expect((await known.asking.post('/passwort/neu', { code, password: 'passwort123' })).status).toBe(422)
  expect((await known.asking.post('/passwort/neu', { code, password: 'Regenschirm Ampel 42' })).location).toBe('/anmelden')
  expect((await visitor.get('/mein/konto')).status).toBe(302)
  expect((await elsewhere('forgot@example.org', 'Regenschirm Ampel 42')).answer.status).toBe(303)

  await program.visitor().post('/passwort/vergessen', { email: 'forgot@example.org' })
  const { link } = await lastMailTo(program, 'forgot@example.org')
  expect((await program.visitor().fill(link, '/passwort/neu', { password: 'Bergwiese Tinte 99' })).status).toBe(303)
  expect((await elsewhere('forgot@example.org', 'Bergwiese Tinte 99')).answer.status).toBe(303)
})

test('devices are listed by name and can be signed out, one or all; never those of others', async () => {
  const { visitor } = await account('devices@example.org')
  const one = await elsewhere('devices@example.org')
  const page = await visitor.get('/mein/konto/geraete')
  expect(page.body).toContain('Firefox · Linux')
  const [, action = ''] = /action="(\/mein\/konto\/geraete\/[\w-]{36}\/abmelden)"/.exec(page.body) ?? []
  const stranger = await account('stranger@example.org')
  expect((await stranger.visitor.post(action)).status).toBe(422)
  expect((await one.visitor.get('/mein/konto')).status).toBe(200)
  expect((await visitor.submit(page, action)).status).toBe(303)
  expect((await one.visitor.get('/mein/konto')).status).toBe(302)

  const [a, b] = [await elsewhere('devices@example.org'), await elsewhere('devices@example.org')]
  expect((await visitor.fill('/mein/konto/geraete', '/mein/konto/geraete/alle-abmelden')).status).toBe(303)
  for (const gone of [a, b]) expect((await gone.visitor.get('/mein/konto')).status).toBe(302)
  expect((await visitor.get('/mein/konto')).status).toBe(200)
  expect((await visitor.get('/mein/konto/verlauf')).body).toContain('Andere Geräte abgemeldet')
})

test('what is kept can be taken along', async () => {
  const { visitor } = await account('export@example.org', 'Xaver Export')
  const file = await visitor.get('/mein/konto/daten.json')
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const data = JSON.parse(file.body)
  expect(data.account).toMatchObject({ email: 'export@example.org', name: 'Xaver Export', hasPassword: true })
  expect(data.person).toMatchObject({ name: 'Xaver Export' })
  expect(file.body).not.toMatch(/argon2id|token_hash|totp/)
})

test('important steps need a proof within the last quarter of an hour; a mailed code is one', async () => {
  const { visitor } = await account('proof@example.org')
  program.clock.forward(16)
  for (const path of ['/mein/konto/email', '/mein/konto/passwort', '/mein/konto/sicherheit', '/mein/konto/loeschen'])
    expect((await visitor.get(path)).location).toBe(`/mein/konto/bestaetigen?weiter=${encodeURIComponent(path)}`)
  expect((await visitor.post('/mein/konto/loeschen', { sure: 'ja' })).status).toBe(422)
  expect((await visitor.post('/mein/konto/passwort', { password: 'Regenschirm Ampel 42' })).status).toBe(422)
  expect((await visitor.post('/mein/konto/email', { email: 'thief@example.org' })).status).toBe(422)
  const page = await visitor.get('/mein/konto/bestaetigen?weiter=/mein/konto/loeschen')
  expect((await visitor.submit(page, '/mein/konto/bestaetigen', { password: 'not it at all' })).status).toBe(422)
  const sent = await visitor.submit(page, '/mein/konto/bestaetigen/code')
  const { code } = await lastMailTo(program, 'proof@example.org')
  const proved = await visitor.submit(await visitor.follow(sent), '/mein/konto/bestaetigen', { code })
  expect(proved.location).toBe('/mein/konto/loeschen')
  expect((await visitor.get('/mein/konto/loeschen')).status).toBe(200)
})

test('deleting: signed out everywhere, nothing personal left in any town, the address free again', async () => {
  const { visitor, accountId } = await account('gone@example.org', 'Gundula Geht')
  const other = await program.makeTown('bergheim')
  await program.visitor({ town: other }).post('/anmelden', { email: 'gone@example.org', password: PASSWORD })
  const device = await elsewhere('gone@example.org')
  expect((await visitor.fill('/mein/konto/loeschen', '/mein/konto/loeschen')).status).toBe(422)
  expect((await visitor.fill('/mein/konto/loeschen', '/mein/konto/loeschen', { sure: 'ja' })).status).toBe(303)
  expect((await device.visitor.get('/mein/konto')).status).toBe(302)
  expect((await elsewhere('gone@example.org')).answer.status).toBe(422)
  expect((await lastMailTo(program, 'gone@example.org')).kind).toBe('accounts.mail.deleted')
  for (const town of [program.town, other]) {
    expect(await personsOf(accountId, town)).toEqual([{ name: '–', email: null, locale: 'de', anonymised_at: expect.any(Date) }])
    const events = await doing(program.pool, { town, readOnly: true }, (ctx) =>
      ctx.db.selectFrom('core.event').select('kind').where('kind', '=', 'account.deleted').execute(),
    )
    expect(events).toHaveLength(1)
  }
  const { rows } = await program.pool.query('SELECT email, name FROM core.account WHERE id = $1', [accountId])
  expect(rows).toEqual([{ email: `${accountId}@deleted.invalid`, name: '–' }])
  const again = program.visitor()
  await again.post('/registrieren', { name: 'Gundula Wieder', email: 'gone@example.org' })
  const { code } = await lastMailTo(program, 'gone@example.org')
  expect((await again.post('/registrieren/bestaetigen', { code })).status).toBe(303)
})
