import { randomBytes, randomInt } from 'node:crypto'

let count = randomInt(2 ** 26)

// Each way to the system's randomness costs more than the rest of an id, so it is taken in larger pieces; none is used twice.
let pool = Buffer.alloc(0)
function random(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(4096)
  const taken = Buffer.from(pool.subarray(0, length))
  pool = pool.subarray(length)
  return taken
}

/**
 * UUID version 7 (RFC 9562, section 6.2 method 1): 48 bits of milliseconds, a counter of 26 bits, then random bits, so that new rows lie
 * together in the index and what one process makes in the same millisecond keeps its order: events of one transaction are
 * read in the order they happened. Made here because PostgreSQL before 18 has no uuidv7().
 */
export function newId(at: number = Date.now()): string {
  // In uneven steps, so that two ids do not tell how many were made between them.
  count = (count + randomInt(1, 16)) % 2 ** 26
  const bytes = random(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Without the letters and digits that are taken for each other when read aloud or written by hand (0 O, 1 I L, 5 S, 8 B, U V). */
const speakable = '234679ACDEFGHJKMNPQRTWXYZ'

/** `length` characters that a person can say on the phone; 12 of them carry 55 bits. */
export const speakableCode = (length: number): string => Array.from({ length }, () => speakable[randomInt(speakable.length)]).join('')

/** The same from bytes that look random, such as those of a keyed hash: a code that need not be kept. */
export const speakableFrom = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => speakable[byte % speakable.length]).join('')

/** 256 random bits as base64url, for links and cookies. Only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
