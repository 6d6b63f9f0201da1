import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { mailsTo } from '../setup/mailbox.ts'
import { testProgram } from '../setup/program.ts'
import type { Seen, Visitor } from '../setup/visitor.ts'
import { accountOf, attack, PASSWORD, type Trace, traceOf } from './accounts.ts'

const program = await testProgram({ RATE_LIMIT_FACTOR: '1' })
const admin = new Client({ connectionString: program.adminUrl })
await admin.connect()
afterAll(() => admin.end())
const GUESSES = sizeOf('ACCOUNTS', 400, 10_000)

test(`${GUESSES} guesses: at most 100 are compared in an hour, and the owner gets in (seed ${HARNESS_SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const email = 'ziel@example.org'
  const { browser } = await accountOf(program, email)
  browser.cookies.delete('sitzung')
  const { evaluated, answers } = await attack(program, email, {
    guesses: GUESSES,
    addresses: Math.max(60, GUESSES / 10),
    chance: chanceFor('accounts'),
  })
  console.log(`${evaluated} of ${GUESSES} compared: ${[...answers].map(([what, times]) => `${what} ${times}`).join(', ')}`)
  expect(evaluated).toBeGreaterThan(30)
  expect(evaluated).toBeLessThanOrEqual(100)
  expect(answers.has('in')).toBe(false)
  expect((await browser.post('/anmelden', { email, password: 'vertippt' })).status).toBe(422)
  expect((await browser.post('/anmelden', { email, password: PASSWORD })).status).toBe(303)
  expect((await browser.get('/mein/konto')).status).toBe(200)
})

type Step = (email: string, visitor: Visitor) => Promise<Seen>

/** Every form that takes an address and must not say whether it has an account; `after` is what comes before it. */
const forms: Record<string, Step | { after: Step; last: Step }> = {
  'sign in': (email, visitor) => visitor.post('/anmelden', { email, password: 'nicht das Passwort' }),
  'ask for a code': (email, visitor) => visitor.post('/anmelden/code', { email }),
  'answer with a wrong code': {
    after: (email, visitor) => visitor.post('/anmelden/code', { email }),
    last: (_, visitor) => visitor.post('/anmelden/code/pruefen', { code: '000000' }),
  },
  'sign up': (email, visitor) => visitor.post('/registrieren', { name: 'Wer Auch Immer', email, password: PASSWORD }),
  'ask for a new password': (email, visitor) => visitor.post('/passwort/vergessen', { email }),
  'set a new password with a wrong code': {
    after: (email, visitor) => visitor.post('/passwort/vergessen', { email }),
    last: (_, visitor) => visitor.post('/passwort/neu', { code: '000000', password: 'Ein neues Passwort 9' }),
  },
}

test.each(Object.entries(forms))('%s: nobody learns whether there is an account', async (what, form) => {
  const which = what.replaceAll(' ', '-')
  await accountOf(program, `bekannt-${which}@example.org`)
  await program.signedIn({ email: `ohne-passwort-${which}@example.org` })
  const seen = async (email: string, nth: number): Promise<Trace> => {
    const visitor = program.visitor({ address: `198.51.100.${nth}` })
    if (typeof form === 'function') return await traceOf(admin, email, () => form(email, visitor))
    await form.after(email, visitor)
    await program.work()
    return await traceOf(admin, email, () => form.last(email, visitor))
  }
  // Statements get their names when they come again: all have come before.
  for (let nth = 0; nth < 4; nth += 1) await seen(`warm-${nth}-${which}@example.org`, nth)
  const unknown = await seen(`unbekannt-${which}@example.org`, 10)
  expect(unknown.status).toBeLessThan(500)
  for (const [nth, name] of ['bekannt', 'ohne-passwort'].entries()) {
    const found = await seen(`${name}-${which}@example.org`, 11 + nth)
    expect(found.cost, `${name}: ${JSON.stringify([found.cost, unknown.cost])}`).toEqual(unknown.cost)
    expect(found).toEqual(unknown)
  }
  await program.work()
  const mails = await mailsTo(program, `unbekannt-${which}@example.org`)
  expect(mails.map(({ kind }) => kind)).toEqual(what === 'sign up' ? ['accounts.mail.signUp'] : [])
})

test('who changes to an address that somebody else has learns nothing of it', async () => {
  const { email } = await program.signedIn({ email: 'schon-da@example.org' })
  const change = async (to: string) => {
    const { visitor } = await program.signedIn()
    return await traceOf(admin, to, () => visitor.post('/mein/konto/email', { email: to }))
  }
  for (let nth = 0; nth < 4; nth += 1) await change(`frei-${nth}@example.org`)
  const free = await change('noch-frei@example.org')
  expect(free.status).toBe(303)
  expect(await change(email)).toEqual(free)
})

test('signing out ends the session in every process at once, and the line that is open with it, which says nothing more', async () => {
  const { browser } = await accountOf(program, 'geht@example.org')
  const token = browser.cookies.get('sitzung') ?? ''
  const other = program.anew()
  const cookie = `sitzung=${token}`
  const asked = (path: string) =>
    other(new Request(`http://neustadt.test${path}`, { headers: { host: 'neustadt.test', cookie } }), '198.51.100.9')
  expect((await asked('/mein/konto')).status).toBe(200)
  const line = await asked('/live?topic=bell')
  expect(line.status).toBe(200)
  const reader = line.body!.getReader()
  await reader.read()
  expect((await browser.post('/abmelden')).status).toBe(303)
  const at = performance.now()
  expect((await asked('/mein/konto')).status).toBe(302)
  // Not even the next beat, which comes every 20 seconds.
  expect(await reader.read()).toEqual({ done: true, value: undefined })
  console.log(`the open line ended after ${Math.round(performance.now() - at)} ms`)
  expect((await asked('/live?topic=bell')).status).toBe(404)
})
