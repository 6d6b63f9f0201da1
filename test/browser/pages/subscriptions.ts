import { demoMail, demoVisitor } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'

/** An address that asked for new reports in the whole town: the link of its list, and those below it. */
export async function subscribing(url: string): Promise<string> {
  const email = `abo.${Date.now().toString(36)}@post.example`
  await demoVisitor(url).fill('/meldungen/abo', '/meldungen/abo', { email, wann: 'weekly' })
  const mail = await demoMail(url, email)
  const path = mail.links.find((link) => /^\/abos\/[^/]+\/bestaetigen$/.test(link))
  if (!path) throw new Error(`no link to confirm in the mail: ${mail.text}`)
  return path.replace(/\/bestaetigen$/, '')
}

/** Somebody with an account who has one. */
export async function subscribed(visitor: Visitor): Promise<Visitor> {
  await visitor.fill('/meldungen/abo', '/meldungen/abo', { wann: 'weekly' })
  return visitor
}
