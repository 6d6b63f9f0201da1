import type { Visitor } from '../../setup/visitor.ts'
import { sendReport } from './reports.ts'

/** As many as are asked for at most; each run of a test uses one up. */
const LAMPS = { first: 10_201, most: 200 }

/** A lamp of the demo at which nobody looked for a cause yet, repaired three times; its page and that of the proposal. */
export async function repairedThrice(url: string, lead: Visitor): Promise<{ thing: string; cause: string }> {
  const lamp = await untouched(lead)
  for (const text of ['Die Lampe ist aus.', 'Sie ist wieder aus.', 'Und wieder ist sie aus.']) {
    const { number } = await sendReport(url, { category: 'lamp', text, place: lamp, lat: '', lon: '', 'answers[fault]': 'off' })
    const step = (fields: Record<string, string>) => lead.post(`/amt/meldungen/${number}/schritt`, fields)
    await step({ verb: 'accept' })
    const done = await step({ verb: 'finish', text: 'Leuchtmittel getauscht.', noPhotoReason: 'notVisible' })
    if (done.status !== 303) throw new Error(`${number} was not repaired: ${done.status}`)
  }
  // The worker proposes it.
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const cause = causeIn((await lead.get(`/objekte/${lamp}`)).body)
    if (cause) return { thing: `/objekte/${lamp}`, cause }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`nobody proposed to look for the cause at ${lamp}`)
}

const causeIn = (body: string): string | undefined => /\/amt\/ursachen\/U-[0-9A-Z-]{9}/.exec(body)?.[0]

async function untouched(lead: Visitor): Promise<string> {
  for (let nth = 0; nth < LAMPS.most; nth += 1) {
    const number = `L-${LAMPS.first + nth}`
    const { status, body } = await lead.get(`/objekte/${number}`)
    if (status === 200 && !body.includes('/amt/ursachen/') && !body.includes('/meldungen/M-')) return number
  }
  throw new Error('the demo has no lamp left that was never repaired')
}
