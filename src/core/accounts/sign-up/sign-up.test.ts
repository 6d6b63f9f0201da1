import { expect, test } from 'vitest'
import { lastMailTo, mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { evaluatedHashes } from '../password/hash.ts'

const program = await testProgram()
const PASSWORD = 'Leuchtturm Kieselweg 7'

const signUp = async (email: string, more: Record<string, string> = {}) => {
  const visitor = program.visitor()
  const answer = await visitor.fill('/registrieren', '/registrieren', { name: 'Erika Muster', email, password: PASSWORD, ...more })
  return { visitor, answer }
}

test('sign up with a password, confirm by code, and be signed in with a person in this town', async () => {
  const { visitor, answer } = await signUp('Erika@Example.org ', { weiter: '/?woher=test' })
  expect([answer.status, answer.location]).toEqual([303, '/registrieren/bestaetigen'])
  const page = await visitor.follow(answer)
  expect(page.body).toContain('erika@example.org')
  const mail = await lastMailTo(program, 'erika@example.org')
  expect(mail.kind).toBe('accounts.mail.signUp')

  const wrong = await visitor.submit(page, '/registrieren/bestaetigen', { code: mail.code === '000000' ? '111111' : '000000' })
  expect(wrong.status).toBe(422)
  const right = await visitor.submit(page, '/registrieren/bestaetigen', { code: `${mail.code.slice(0, 3)} ${mail.code.slice(3)}` })
  expect([right.status, right.location]).toEqual([303, '/?woher=test'])
  expect((await visitor.get('/mein/konto')).body).toContain('Erika Muster')
  const { rows } = await program.pool.query('SELECT password_hash FROM core.account WHERE email = $1', ['erika@example.org'])
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a code is worth nothing in another browser, nor after five wrong ones', async () => {
  const { visitor } = await signUp('five@example.org')
  const { code } = await lastMailTo(program, 'five@example.org')
  expect((await program.visitor().post('/registrieren/bestaetigen', { code })).body).toContain('gilt nicht mehr')
  for (let i = 0; i < 5; i += 1) {
    const wrong = String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0')
    expect((await visitor.post('/registrieren/bestaetigen', { code: wrong })).body).toContain('stimmt nicht')
  }
  const late = await visitor.post('/registrieren/bestaetigen', { code })
  expect(late.status).toBe(422)
  expect(late.body).toContain('gilt nicht mehr')
})

test('by link in the same browser one click is enough; in another one the password is asked for', async () => {
  const { visitor } = await signUp('link@example.org')
  const { link } = await lastMailTo(program, 'link@example.org')
  const elsewhere = program.visitor()
  const page = await elsewhere.get(link)
  expect(page.body).toContain('type="password"')
  expect((await elsewhere.submit(page, '/registrieren/link', { password: 'a stranger guesses' })).status).toBe(422)
  const here = await visitor.get(link)
  expect(here.body).not.toContain('type="password"')
  expect((await visitor.submit(here, '/registrieren/link')).status).toBe(303)
  expect((await visitor.get('/mein/konto')).status).toBe(200)
  expect((await visitor.get(link)).body).toContain('gilt nicht mehr')
})

test('without a password too', async () => {
  const { visitor } = await signUp('ohne@example.org', { password: '' })
  const { code } = await lastMailTo(program, 'ohne@example.org')
  expect((await visitor.post('/registrieren/bestaetigen', { code })).status).toBe(303)
})

test('what is missing or weak is said at the field, and what was typed stays', async () => {
  const { answer } = await signUp('kein-zeichen', { name: 'Erika', password: 'Passwort123!' })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('value="kein-zeichen"')
  expect(answer.body).toContain('zu oft verwendet')
  expect(answer.body).not.toContain('Passwort123!')
})

test('a known address is not discovered: same answer, same work, only the mail differs', async () => {
  const known = (await program.signedIn({ email: 'known@example.org' })).email
  const count = async (email: string) => {
    const before = evaluatedHashes()
    const { visitor, answer } = await signUp(email)
    const work = evaluatedHashes() - before
    const page = await visitor.follow(answer)
    const refused = await visitor.submit(page, '/registrieren/bestaetigen', { code: '123456' })
    const plain = (html: string) => html.replaceAll(email, '@').replaceAll(/value="[\w-]{43}"/g, '')
    return {
      status: answer.status,
      location: answer.location,
      work,
      page: plain(page.body),
      refused: [refused.status, plain(refused.body)],
    }
  }
  const [a, b] = [await count(known), await count('unknown@example.org')]
  expect(a).toEqual(b)
  expect((await mailsTo(program, known)).map(({ kind }) => kind)).toEqual(['accounts.mail.taken'])
  expect((await mailsTo(program, 'unknown@example.org')).map(({ kind }) => kind)).toEqual(['accounts.mail.signUp'])
})

test('nobody is flooded with mails, known or not', async () => {
  const statuses = async (email: string) => {
    const all: number[] = []
    for (let i = 0; i < 7; i += 1) all.push((await signUp(email)).answer.status)
    return all
  }
  await program.signedIn({ email: 'flood-known@example.org' })
  const expected = [303, 303, 303, 303, 303, 422, 422]
  expect(await statuses('flood-known@example.org')).toEqual(expected)
  expect(await statuses('flood-unknown@example.org')).toEqual(expected)
})
