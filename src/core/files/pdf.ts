import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { ok, type Result, refuse } from '#platform/result.ts'
import { MEGABYTE } from './file.rules.ts'

type Objection = 'fileBroken' | 'fileEncrypted' | 'fileActive'

// Only long names: short ones (/JS) stand in packed pictures by chance. Each action with /JS also says /JavaScript or /Rendition.
const active =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])|\/XFA\s*(?:\[|\d+ \d+ R)/
const encrypted = /\/Encrypt(?![A-Za-z0-9])/
const hidden = /\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL|Predictor)(?![A-Za-z0-9])/

const BLOCK = MEGABYTE
/** Longer than any name or dictionary head that may lie across two blocks. */
const OVERLAP = 4096
const MAX_PACKED = 4 * MEGABYTE
const MAX_UNPACKED = 64 * MEGABYTE

/**
 * Looks through a document for what may act by itself or hides from the look (programs, starting other programs, files inside,
 * encryption), block by block. Names may be written with codes (`/J#61vaScript`) and lie in packed object streams
 * (ISO 32000-1, 7.3.5 and 7.5.7): both are undone. Refuses: `fileBroken`, `fileEncrypted`, `fileActive`.
 */
export async function checkPdf(path: string): Promise<Result<void, Objection>> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const buffer = Buffer.alloc(BLOCK + OVERLAP)
    const budget = { left: MAX_UNPACKED }
    let ended = false
    for (let from = 0; from < size; from += BLOCK) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, from)
      const text = buffer.toString('latin1', 0, bytesRead)
      const problem = objectionTo(decodeNames(text)) ?? (await objectionInside(handle, text, from, budget))
      if (problem) return refuse(problem)
      if (from + bytesRead >= size) ended = text.lastIndexOf('%%EOF') >= Math.max(0, bytesRead - 2048)
    }
    return ended ? ok(undefined) : refuse('fileBroken')
  } finally {
    await handle.close()
  }
}

const objectionTo = (text: string): Objection | undefined =>
  encrypted.test(text) ? 'fileEncrypted' : active.test(text) ? 'fileActive' : undefined

const decodeNames = (text: string): string =>
  text.includes('#') ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** What the packed object streams of this block hold. */
async function objectionInside(handle: FileHandle, text: string, from: number, budget: { left: number }): Promise<Objection | undefined> {
  for (const { index, 0: word } of text.matchAll(/stream\r?\n/g)) {
    const dictionary = decodeNames(text.slice(Math.max(0, index - 1024), index))
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue
    // Writers pack object streams with Flate or not at all; anything else hides something.
    if (hidden.test(dictionary)) return 'fileActive'
    const inside = await unpack(handle, from + index + word.length, budget)
    if (inside === 'tooMuch') return 'fileBroken'
    const problem = inside && objectionTo(decodeNames(inside))
    if (problem) return problem
  }
  return undefined
}

const unpackAll = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

/** Undefined where it is not packed with Flate: then it was read with the block. */
async function unpack(handle: FileHandle, at: number, budget: { left: number }): Promise<string | 'tooMuch' | undefined> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_PACKED), 0, MAX_PACKED, at)
  try {
    const unpacked = await unpackAll(buffer.subarray(0, bytesRead), { maxOutputLength: Math.max(1, budget.left) })
    budget.left -= unpacked.length + 1024
    return unpacked.toString('latin1')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' || (code === 'Z_BUF_ERROR' && bytesRead === MAX_PACKED) ? 'tooMuch' : undefined
  }
}
