import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { Seeded } from '#platform/seeded.ts'
import { files } from '../../src/core/files/setup.ts'
import type { FakeClamd } from '../../src/core/files/testing/clamd.ts'
import { Sender } from '../../src/core/files/testing/sender.ts'
import type { Program } from '../setup/program.ts'
import { type HostileFile, hostileFiles } from './hostile-files.ts'

const parts = ['small', 'medium', 'large', 'original']
type Kept = { file: HostileFile; id: string; read: (path: string) => Promise<Response> }

/**
 * Sends files that mean harm by both ways in, while the scanner does not answer; none may be read before its verdict. Then it answers,
 * and what is handed out, and what lies on the disk, is looked at. Returns what went wrong.
 */
export async function uploadHostile(
  program: Program,
  clamd: FakeClamd,
  { count, chance, ask, session }: { count: number; chance: Seeded; ask: (request: Request) => Promise<Response>; session: string },
): Promise<{ wrong: string[]; taken: number }> {
  const wrong: string[] = []
  const kept: Kept[] = []
  clamd.mood = 'down'
  for (const file of await hostileFiles(count, chance)) {
    const say = (what: string) => wrong.push(`${file.what} (${file.name.slice(0, 30)}, ${file.type}): ${what}`)
    const { status, id, read } = chance.chance(0.5) ? await byForm(ask, session, file) : await byParts(ask, file)
    if (status >= 500) say(`answered ${status}`)
    if (id && file.becomes === 'refused') say('was taken in')
    if (!id && ['taken', 'infected'].includes(file.becomes)) say(`was refused with ${status}`)
    if (!id) continue
    kept.push({ file, id, read })
    for (const part of parts) if ((await read(`/dateien/${id}/${part}`)).status !== 404) say(`${part} is readable before the verdict`)
  }
  if (readdirSync(files().incoming).length > 0) wrong.push('bytes were left behind on their way in')

  clamd.mood = 'well'
  await program.work()
  for (const { file, id, read } of kept) {
    const found = await whatIsHandedOut(id, file, read)
    wrong.push(...found.map((what) => `${file.what}: ${what}`))
  }
  const known = new Set(kept.map(({ file }) => file.planted))
  for (const path of everyFile(join(dirname(files().incoming), 'files'))) {
    const bytes = readFileSync(path)
    for (const planted of known) if (bytes.includes(planted)) wrong.push(`${planted} lies in the store`)
  }
  return { wrong, taken: kept.length }
}

type Sent = { status: number; id: string | undefined; read: (path: string) => Promise<Response> }

/** As a photo of a report that is begun, by somebody who is signed in: she may see it again. */
async function byForm(ask: (request: Request) => Promise<Response>, session: string, file: HostileFile): Promise<Sent> {
  const sender = new Sender(ask)
  sender.cookie = `sitzung=${session}`
  const body = new FormData()
  body.append('text', 'Ein Loch')
  body.append('photos', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  const sent = await sender.ask('POST', '/meldungen/neu', {}, body)
  const draft = sent.headers.get('location')?.split('/').slice(0, 4).join('/')
  const page = draft ? await (await sender.ask('GET', draft)).text() : await sent.text()
  const id = /name="photos" value="([0-9a-f-]{36})"/.exec(page)?.[1]
  return { status: sent.status, id, read: (path) => sender.ask('GET', path) }
}

/** In parts that can be resumed, as a picture or document. */
async function byParts(ask: (request: Request) => Promise<Response>, file: HostileFile): Promise<Sent> {
  const sender = new Sender(ask)
  const begun = await sender.begin(file.bytes.length, { name: file.name, kinds: 'image pdf' })
  const path = begun.headers.get('location') ?? ''
  if (begun.status !== 201) return { status: begun.status, id: undefined, read: (at) => sender.ask('GET', at) }
  const half = Math.floor(file.bytes.length / 2)
  const sending = async (from: number, to: number) => await sender.part(path, from, new Uint8Array(file.bytes.subarray(from, to)))
  const first = half > 0 ? await sending(0, half) : undefined
  const last = first && first.status !== 204 ? first : await sending(half, file.bytes.length)
  return { status: last.status, id: last.status === 204 ? path.split('/').at(-1) : undefined, read: (at) => sender.ask('GET', at) }
}

async function whatIsHandedOut(id: string, { planted, becomes }: HostileFile, read: Kept['read']): Promise<string[]> {
  const found: string[] = []
  for (const part of parts) {
    const answer = await read(`/dateien/${id}/${part}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status === 404) continue
    if (becomes === 'infected') found.push(`${part} is handed out`)
    const type = answer.headers.get('content-type') ?? ''
    const inline = !/^attachment/.test(answer.headers.get('content-disposition') ?? '')
    if (answer.status !== 200) found.push(`${part} answers ${answer.status}`)
    if (inline && type !== 'image/webp') found.push(`${part} is shown as ${type}`)
    if (answer.headers.get('content-security-policy') !== "default-src 'none'; frame-ancestors 'none'; sandbox")
      found.push(`${part} may act`)
    if (answer.headers.get('x-content-type-options') !== 'nosniff') found.push(`${part} may be taken for something else`)
    if (bytes.includes(planted)) found.push(`${part} still says ${planted}`)
    if (type !== 'image/webp') continue
    const { format, exif, xmp, iptc, icc, pages } = await sharp(bytes).metadata()
    if (format !== 'webp' || exif || xmp || iptc || icc || pages) found.push(`${part} is not drawn anew`)
  }
  return found
}

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
