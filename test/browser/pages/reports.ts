import { type DemoMail, demoMail, demoVisitor } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'

export type SentReport = { visitor: Visitor; number: string; link: string; code: string }

/** Sends a report in one request and reads its receipt. */
export async function sendReport(url: string, more: Record<string, string> = {}, visitor: Visitor = demoVisitor(url)): Promise<SentReport> {
  const [lat, lon] = await pointIn(visitor)
  const report = { category: 'pothole', text: 'Tiefes Loch vor der Einfahrt', 'answers[size]': 'plate', lat, lon, ...more }
  const sent = await visitor.post('/meldungen', report)
  const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.location ?? '')?.[0]
  if (!number) throw new Error(`the report was not taken: ${sent.status} ${/<main[\s\S]*<\/main>/.exec(sent.body)?.[0] ?? ''}`)
  const receipt = await visitor.follow(sent)
  return {
    visitor,
    number,
    link: /value="https?:\/\/[^/"]+(\/s\/[^"]+)"/.exec(receipt.body)?.[1] ?? '',
    code: /receipt__code">([^<]+)</.exec(receipt.body)?.[1] ?? '',
  }
}

export async function pointIn(visitor: Visitor): Promise<[string, string]> {
  const { hits } = JSON.parse((await visitor.get('/orte/suche.json?q=Marktplatz')).body)
  return [String(hits[0].lat), String(hits[0].lon)]
}

/** Who sent it opened its status page, and a clerk has a question. */
export async function askedBack(url: string, clerk: Visitor): Promise<SentReport> {
  const sent = await sendReport(url)
  await sent.visitor.get(sent.link)
  const path = `/amt/meldungen/${sent.number}`
  for (const fields of [{ verb: 'accept' }, { verb: 'ask', text: 'Auf welcher Straßenseite ist das?' }])
    await clerk.post(`${path}/schritt`, fields)
  return sent
}

/** A finished report with its reporter's page open, objected to so many times: the third time it waits for the lead. */
export async function finished(url: string, lead: Visitor, objections = 0): Promise<SentReport> {
  const sent = await sendReport(url)
  await sent.visitor.get(sent.link)
  const step = (fields: Record<string, string>) => lead.post(`/amt/meldungen/${sent.number}/schritt`, fields)
  const finish = () => step({ verb: 'finish', noPhotoReason: 'unsafe', text: 'Das Loch ist gefüllt.' })
  await step({ verb: 'accept' })
  await finish()
  for (let nth = 1; nth <= objections; nth += 1) {
    const { status } = await sent.visitor.post(`/status/${sent.number}/widerspruch`, { text: 'Der Schaden ist noch da.' })
    if (status !== 303) throw new Error(`the objection was refused: ${status}`)
    if (nth < 3) await finish()
  }
  return sent
}

/** Confirms by mail, and gets the mail that says what happened: its link ends these mails. */
export async function toldByMail(url: string, clerk: Visitor): Promise<{ confirm: string; unsubscribe: string }> {
  const email = `meldung.${Date.now().toString(36)}@post.example`
  const sent = await sendReport(url, { email })
  const confirm = pathIn(await demoMail(url, email), '/meldungen/bestaetigen/')
  await sent.visitor.fill(confirm, confirm)
  await clerk.post(`/amt/meldungen/${sent.number}/schritt`, { verb: 'accept' })
  return { confirm, unsubscribe: pathIn(await demoMail(url, email, 'Angenommen'), '/meldungen/abmelden/') }
}

/** The same for somebody with an account: the link that ends mails of a kind of notification. */
export async function notifiedByMail(
  url: string,
  clerk: Visitor,
  { visitor, email }: { visitor: Visitor; email: string },
): Promise<string> {
  const { number } = await sendReport(url, {}, visitor)
  await clerk.post(`/amt/meldungen/${number}/schritt`, { verb: 'accept' })
  return pathIn(await demoMail(url, email, 'Angenommen'), '/mitteilungen/abbestellen/')
}

function pathIn(mail: DemoMail, beginning: string): string {
  const path = mail.links.find((link) => link.startsWith(beginning))
  if (!path) throw new Error(`no link ${beginning} in the mail: ${mail.text}`)
  return path
}

/** A report that is being written, for each page of the form: complete as far as that page needs it. */
export async function writing(url: string): Promise<{ visitor: Visitor; draft: string; danger: string }> {
  const visitor = demoVisitor(url)
  const [placeLat, placeLon] = await pointIn(visitor)
  const place = { placeLat, placeLon, placeWay: 'map' }
  const write = async (category: string, text: string): Promise<string> => {
    const begun = await visitor.fill('/meldungen/neu', '/meldungen/neu', { text })
    const draft = /\/meldungen\/neu\/([^/]+)/.exec(begun.location ?? '')?.[1] ?? ''
    await visitor.fill(`/meldungen/neu/${draft}/ort`, `/meldungen/neu/${draft}/ort`, place)
    await visitor.fill(`/meldungen/neu/${draft}/art`, `/meldungen/neu/${draft}/art`, { category })
    return draft
  }
  const draft = await write('pothole', 'Loch in der Fahrbahn, gleich vor dem Markt')
  await visitor.fill(`/meldungen/neu/${draft}/fragen`, `/meldungen/neu/${draft}/fragen`, { 'answers[size]': 'hand' })
  return { visitor, draft, danger: await write('emergency', 'Hier brennt es') }
}
