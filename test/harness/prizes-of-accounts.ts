import type { Client } from 'pg'
import { invite } from '#core/organisations/index.ts'
import { hashPassword } from '../../src/core/accounts/password/hash.ts'
import { codeAt } from '../../src/core/accounts/second-factor/totp.ts'
import { Authenticator } from '../setup/authenticator.ts'
import { lastMailTo } from '../setup/mailbox.ts'
import type { Visitor } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { counted, json, type Kind, many, someone, tabOf } from './prize.ts'

const PASSWORD = 'Leuchtturm Kieselweg 7'

/** Keys to accounts, and the accounts themselves. */
export function prizesOfAccounts(town: BusyTown, client: Client): Kind[] {
  const { program, staff, as } = town
  const count = (query: string, values: unknown[]) => counted(client, query, values)
  const sessions = (email: string) =>
    count(`core.session s JOIN core.account a ON a.id = s.account_id WHERE a.email = $1 AND s.way <> 'password'`, [email])
  async function account(): Promise<{ email: string; visitor: Visitor; accountId: string; personId: string }> {
    const email = someone()
    const made = await program.signedIn({ email })
    return { ...made, email }
  }
  let hash: string | undefined
  async function twoFactors() {
    const { email, visitor, accountId } = await account()
    hash ??= await hashPassword(PASSWORD)
    await client.query('UPDATE core.account SET password_hash = $1 WHERE id = $2', [hash, accountId])
    const page = await visitor.get('/mein/konto/zweiter-faktor')
    const secret = (/value="((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})"/.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
    const shown = await visitor.follow(await visitor.submit(page, '/mein/konto/zweiter-faktor', { code: codeAt(secret, program.clock.at) }))
    const recovery = /<code>(\w{5}-\w{5})<\/code>/.exec(shown.body)?.[1] ?? ''
    program.clock.forward(1)
    await client.query('DELETE FROM core.session WHERE account_id = $1', [accountId])
    const asked = await Promise.all(
      [0, 1, 2, 3].map(async (which) => {
        const browser = program.visitor({ address: `198.51.100.${which}` })
        await browser.post('/anmelden', { email, password: PASSWORD })
        return browser
      }),
    )
    const take = (code: string, size: number) =>
      many(size, (each) => tabOf(town, asked[each % 4]!).post('/anmelden/zweiter-faktor', { code }, json))
    return { take, code: codeAt(secret, program.clock.at), recovery, left: () => count('core.session WHERE account_id = $1', [accountId]) }
  }

  return [
    {
      what: 'an invitation',
      prepare: async (size) => {
        const { email, visitor, personId } = await account()
        const invited = await as((ctx) => invite(ctx, { email, role: 'clerk', organisationId: staff.organisationId!, locale: 'de' }))
        if (!invited.ok) throw new Error(invited.refusal.code)
        return {
          takers: many(size, () => visitor.post(invited.value.path, {}, json)),
          winners: 1,
          left: () => count('core.membership WHERE person_id = $1', [personId]),
          expected: 1,
        }
      },
    },
    {
      what: 'a link to sign in',
      prepare: async (size) => {
        const { email } = await account()
        await program.visitor().post('/anmelden/code', { email })
        const schluessel = (await lastMailTo(program, email)).link.split('schluessel=')[1] ?? ''
        return {
          takers: many(size, () => program.visitor().post('/anmelden/link', { schluessel }, json)),
          winners: 1,
          left: () => sessions(email),
          expected: 1,
        }
      },
    },
    {
      what: 'a code to sign in',
      prepare: async (size) => {
        const { email } = await account()
        const browser = program.visitor()
        await browser.post('/anmelden/code', { email })
        const { code } = await lastMailTo(program, email)
        return {
          takers: many(size, () => tabOf(town, browser).post('/anmelden/code/pruefen', { code }, json)),
          winners: 1,
          left: () => sessions(email),
          expected: 1,
        }
      },
    },
    {
      what: 'a code of the app',
      prepare: async (size) => {
        const { take, code, left } = await twoFactors()
        return { takers: take(code, size), winners: 1, left, expected: 1 }
      },
    },
    {
      what: 'a recovery code',
      prepare: async (size) => {
        const { take, recovery, left } = await twoFactors()
        return { takers: take(recovery, size), winners: 1, left, expected: 1 }
      },
    },
    {
      what: 'the question to a passkey',
      prepare: async (size) => {
        const { email, visitor } = await account()
        const device = new Authenticator('http://neustadt.test')
        const ask = async (who: Visitor, path: string) => JSON.parse((await who.post(path, {}, { accept: 'application/json' })).body)
        await visitor.post('/mein/konto/passkeys', {
          name: 'Telefon',
          answer: device.create(await ask(visitor, '/mein/konto/passkeys/frage')),
        })
        const browser = program.visitor()
        const answer = device.get(await ask(browser, '/anmelden/passkey/frage'))
        return {
          takers: many(size, () => tabOf(town, browser).post('/anmelden/passkey', { answer }, json)),
          winners: 1,
          left: () => count(`core.session s JOIN core.account a ON a.id = s.account_id WHERE a.email = $1 AND s.way = 'passkey'`, [email]),
          expected: 1,
        }
      },
    },
    {
      what: 'an account',
      prepare: async (size) => {
        const email = someone()
        const browser = program.visitor()
        await browser.post('/registrieren', { name: 'Neu Zugezogen', email })
        const { code } = await lastMailTo(program, email)
        return {
          takers: many(size, () => tabOf(town, browser).post('/registrieren/bestaetigen', { code }, json)),
          winners: 1,
          left: () => count('core.account WHERE email = $1', [email]),
          expected: 1,
        }
      },
    },
    {
      what: 'a link to a new password',
      prepare: async (size) => {
        const { email, accountId } = await account()
        await program.visitor().post('/passwort/vergessen', { email })
        const schluessel = (await lastMailTo(program, email)).link.split('schluessel=')[1] ?? ''
        return {
          takers: many(size, (each) =>
            program.visitor().post('/passwort/neu', { schluessel, password: `Kiesel und Laterne ${each}` }, json),
          ),
          winners: 1,
          left: () => count(`core.account_log WHERE account_id = $1 AND kind = 'passwordReset'`, [accountId]),
          expected: 1,
        }
      },
    },
    {
      what: 'an invitation that is taken and withdrawn',
      prepare: async (size) => {
        const { email, visitor } = await account()
        const invited = await as((ctx) => invite(ctx, { email, role: 'clerk', organisationId: staff.organisationId!, locale: 'de' }))
        if (!invited.ok) throw new Error(invited.refusal.code)
        const { id, path } = invited.value
        return {
          takers: many(size, (each) =>
            each % 2 === 0
              ? visitor.post(path, {}, json)
              : staff.visitor.post(`/verwaltung/personen/einladungen/${id}/ruecknahme`, {}, json),
          ),
          winners: 1,
          left: () => count('core.invitation WHERE id = $1 AND (accepted_at IS NULL) <> (withdrawn_at IS NULL)', [id]),
          expected: 1,
        }
      },
    },
  ]
}
