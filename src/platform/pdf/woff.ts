import { inflateSync } from 'node:zlib'

const DIRECTORY = 12
const ENTRY = 16

/**
 * A WOFF 1.0 file (W3C Recommendation of 13 December 2012) as the OpenType file it was made from: the header and the table
 * directory are written anew, each table is unpacked.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(DIRECTORY + ENTRY * count)
  const power = Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(ENTRY * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(ENTRY * count - ENTRY * 2 ** power, 10)
  const tables: Buffer[] = []
  let at = head.length
  for (let i = 0; i < count; i++) {
    const from = 44 + 20 * i
    const [start, packed, length] = [woff.readUInt32BE(from + 4), woff.readUInt32BE(from + 8), woff.readUInt32BE(from + 12)]
    const bytes = woff.subarray(start, start + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    const to = DIRECTORY + ENTRY * i
    woff.copy(head, to, from, from + 4)
    head.writeUInt32BE(woff.readUInt32BE(from + 16), to + 4)
    head.writeUInt32BE(at, to + 8)
    head.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(table, padding)
    at += length + padding.length
  }
  return Buffer.concat([head, ...tables])
}
