import type { Visitor } from '../../setup/visitor.ts'
import { sendReport } from './reports.ts'

const LINK = /value="https?:\/\/[^/"]+(\/auftrag\/[^"]+)"/

/** The demo's reports with firms: the desk page of each, with the firm's link where the firm has the work. */
export async function demoFirms(clerk: Visitor): Promise<{ path: string; link: string | undefined; what: string }[]> {
  const found: { path: string; link: string | undefined; what: string }[] = []
  for (const state of ['forwarded', 'inWork', 'done']) {
    const list = (await clerk.get(`/amt/meldungen?ansicht=all&stand=${state}`)).body
    for (const number of new Set([...list.matchAll(/\/amt\/meldungen\/(M-[0-9A-Z-]{9})/g)].map(([, one]) => one))) {
      const path = `/amt/meldungen/${number}/firma`
      const { body } = await clerk.get(path)
      const what = /(Angenommen|Abgelehnt|Erledigt gemeldet|Abgelaufen)</.exec(body)?.[1]
      if (what && !found.some((one) => one.what === what)) found.push({ path, link: LINK.exec(body)?.[1], what })
    }
  }
  return found
}

/** A firm's link whose work the clerk took back. */
export async function takenBack(url: string, clerk: Visitor): Promise<string> {
  const { number } = await sendReport(url)
  await clerk.post(`/amt/meldungen/${number}/schritt`, { verb: 'accept' })
  const path = `/amt/meldungen/${number}/firma`
  await clerk.fill(path, path, { name: 'Bau Kurz', email: `bau.${Date.now().toString(36)}@post.example`, text: 'Bitte füllen.' })
  const page = await clerk.get(path)
  const link = LINK.exec(page.body)?.[1]
  const back = /action="([^"]+\/zurueck)"/.exec(page.body)?.[1]
  if (!link || !back) throw new Error(`the firm of ${number} has no link`)
  await clerk.submit(page, back)
  return link
}
