import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { type FileKind, kinds } from './file.rules.ts'

/** What the bytes say a file is. `heic`: a picture that needs a decoder we may not bring. */
export type Content = { kind: FileKind; type: string; extension: string } | 'heic' | undefined

const known: Record<string, { kind: FileKind; extension: string; begins: (head: Buffer) => boolean }> = {
  'image/jpeg': { kind: 'image', extension: 'jpg', begins: (head) => head.readUIntBE(0, 3) === 0xffd8ff },
  'image/png': { kind: 'image', extension: 'png', begins: (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' },
  'image/webp': { kind: 'image', extension: 'webp', begins: (head) => head.toString('latin1', 8, 12) === 'WEBP' },
  'image/gif': { kind: 'image', extension: 'gif', begins: (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6)) },
  'image/avif': { kind: 'image', extension: 'avif', begins: (head) => head.toString('latin1', 4, 8) === 'ftyp' },
  'application/pdf': { kind: 'pdf', extension: 'pdf', begins: (head) => /^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8)) },
}
const heic = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/**
 * The kind of a file by its first bytes. Two have to agree: the detection of file-type, and our own look at the very first
 * bytes, because some formats (PDF, archives) are also found behind other content, which is how polyglots are made.
 */
export async function contentOf(path: string): Promise<Content> {
  const head = await headOf(path)
  const found = head.length < 16 ? undefined : await fileTypeFromBuffer(head).catch(() => undefined)
  if (!found) return undefined
  if (heic.has(found.mime)) return 'heic'
  const match = Object.hasOwn(known, found.mime) ? known[found.mime] : undefined
  if (!match?.begins(head)) return undefined
  return { kind: match.kind, type: found.mime, extension: match.extension }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4100), 0, 4100, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export const isKind = (value: string): value is FileKind => (kinds as readonly string[]).includes(value)
