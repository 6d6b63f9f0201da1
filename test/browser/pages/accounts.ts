import { randomUUID } from 'node:crypto'
import { codeAt } from '../../../src/core/accounts/second-factor/totp.ts'
import { demoMail, demoVisitor } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'

export const PASSWORD = 'Sieben kleine Laternen'

const nextAddress = (): string => `seite.${randomUUID().slice(0, 8)}@post.example`

/** In the middle of signing up, with the link that the mail holds. */
export async function signingUp(url: string): Promise<{ visitor: Visitor; email: string; link: string; code: string; mailId: string }> {
  const visitor = demoVisitor(url)
  const email = nextAddress()
  await visitor.fill('/registrieren', '/registrieren', { name: 'Neu Zugezogen', email, password: PASSWORD })
  const { links, code, id: mailId } = await demoMail(url, email)
  return { visitor, email, link: pathTo(links, '/registrieren/link'), code, mailId }
}

/** Signed in since a moment ago, without a past in the town. */
export async function newcomer(url: string): Promise<{ visitor: Visitor; email: string }> {
  const { visitor, email, code } = await signingUp(url)
  const done = await visitor.fill('/registrieren/bestaetigen', '/registrieren/bestaetigen', { code })
  if (done.status !== 303) throw new Error(`the account could not be made: ${done.status}`)
  return { visitor, email }
}

/** Has asked for a code to sign in, or to set a new password. */
export async function askedForCode(url: string, email: string): Promise<{ visitor: Visitor; link: string }> {
  const visitor = demoVisitor(url)
  await visitor.post('/anmelden/code', { email })
  const { links } = await demoMail(url, email, 'Code zum Anmelden')
  return { visitor, link: pathTo(links, '/anmelden/link') }
}

export async function resetting(url: string, email: string): Promise<{ visitor: Visitor; link: string }> {
  const visitor = demoVisitor(url)
  await visitor.fill('/passwort/vergessen', '/passwort/vergessen', { email })
  const { links } = await demoMail(url, email, 'Neues Passwort')
  return { visitor, link: pathTo(links, '/passwort/neu') }
}

export async function changingEmail(url: string): Promise<{ visitor: Visitor; link: string }> {
  const { visitor } = await newcomer(url)
  const email = nextAddress()
  await visitor.fill('/mein/konto/email', '/mein/konto/email', { email })
  const { links } = await demoMail(url, email)
  return { visitor, link: pathTo(links, '/mein/konto/email/link') }
}

/** With a second factor: `own` has just seen the codes, `asked` is asked for one while signing in. */
export async function protectedAccount(url: string): Promise<{ own: Visitor; asked: Visitor }> {
  const { visitor: own, email } = await newcomer(url)
  const page = await own.get('/mein/konto/zweiter-faktor')
  const secret = (/value="((?:[A-Z2-7]{1,4} ?){4,})"/.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
  const done = await own.submit(page, '/mein/konto/zweiter-faktor', { code: codeAt(secret, new Date()) })
  if (done.status !== 303) throw new Error(`the second factor could not be set up: ${done.status}`)
  const asked = demoVisitor(url)
  await asked.fill('/anmelden', '/anmelden', { email, password: PASSWORD })
  return { own, asked }
}

function pathTo(links: readonly string[], beginning: string): string {
  const path = links.find((link) => link.startsWith(beginning))
  if (!path) throw new Error(`the mail has no link to ${beginning}`)
  return path
}
