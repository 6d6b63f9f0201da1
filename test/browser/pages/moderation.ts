import sharp from 'sharp'
import { demoVisitor } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { pointIn, sendReport } from './reports.ts'

/** White all over, so that whatever is dark on it was blacked out. */
const white = () =>
  sharp({ create: { width: 1000, height: 600, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()

/** Sent page by page, so that the town knows the browser it came from. The number. */
async function sentByPages(url: string, first: Record<string, string | File>): Promise<string> {
  const visitor = demoVisitor(url)
  const [placeLat, placeLon] = await pointIn(visitor)
  const begun = await visitor.fill('/meldungen/neu', '/meldungen/neu', first)
  const draft = (begun.location ?? '').split('/')[3] ?? ''
  const step = (name: string, fields: Record<string, string>) =>
    visitor.fill(`/meldungen/neu/${draft}/${name}`, `/meldungen/neu/${draft}/${name}`, fields)
  await step('ort', { placeLat, placeLon, placeWay: 'map' })
  await step('art', { category: 'pothole' })
  await step('fragen', { 'answers[size]': 'hand' })
  const sent = await step('absenden', {})
  const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.location ?? '')?.[0]
  if (!number) throw new Error(`the report was not taken: ${sent.status} ${sent.location} ${sent.body.slice(0, 300)}`)
  return number
}

/** A report with one white photo, published by the moderator. `photo` is the path of its page at the desk. */
export async function withPhoto(url: string, moderator: Visitor): Promise<{ number: string; photo: string; file: string }> {
  const photos = new File([new Uint8Array(await white())], 'weiss.jpg', { type: 'image/jpeg' })
  const number = await sentByPages(url, { text: 'Ein Loch, auf dem Foto gut zu sehen', photos })
  const [photo, file] = await photoAtDesk(moderator, number)
  await moderator.post(`/amt/meldungen/${number}/veroeffentlichung`, { publicText: 'Ein Loch, auf dem Foto gut zu sehen', photos: file })
  return { number, photo, file }
}

/** Nobody sees a photo before the scanner's job has passed it. */
async function photoAtDesk(moderator: Visitor, number: string): Promise<[photo: string, file: string]> {
  for (let tries = 0; tries < 60; tries++) {
    const { body } = await moderator.get(`/amt/meldungen/${number}`)
    const [, photo, file] = /href="(\/amt\/meldungen\/[^"]+\/fotos\/([0-9a-f-]{36}))"/.exec(body) ?? []
    if (photo && file) return [photo, file]
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`the desk shows no photo of ${number}`)
}

/** A public report that the moderator took from the public. */
export async function hiddenReport(url: string, moderator: Visitor): Promise<string> {
  const { number } = await sendReport(url)
  await moderator.post(`/amt/meldungen/${number}/ausblenden`, { reason: 'insult' })
  return number
}

/** A report whose sender is blocked: known by a browser that nobody else has. */
export async function blockedSender(url: string, moderator: Visitor): Promise<string> {
  const number = await sentByPages(url, { text: 'Ein Loch in der Straße' })
  const path = `/amt/meldungen/${number}/sperre`
  await moderator.fill(path, path, { ways: 'browser', days: '1' })
  return number
}
