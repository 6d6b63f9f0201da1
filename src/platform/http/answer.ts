import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { House } from './house.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

const made = new Map<string, [name: string, value: string][]>()

/** What every answer carries. Scripts, styles and pictures come from the own origin alone; nothing is inline. */
export function securityHeaders(house: Pick<House, 'mapSources'>, secure: boolean): [name: string, value: string][] {
  const maps = house.mapSources.length ? ` ${house.mapSources.join(' ')}` : ''
  const known = made.get(`${secure} ${maps}`) ?? Object.entries(headersFor(maps, secure))
  made.set(`${secure} ${maps}`, known)
  return known
}

const headersFor = (maps: string, secure: boolean): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:${maps}; connect-src 'self'${maps}; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** The policy of a file that is opened as a page of its own: nothing in it runs, loads or is shown inside another page. */
export const shutIn = "default-src 'none'; frame-ancestors 'none'; sandbox"

export type Encoding = 'br' | 'gzip' | undefined

export function encodingOf(acceptEncoding: string | null): Encoding {
  if (!acceptEncoding) return undefined
  if (/\bbr\b(?!;q=0(\.0*)?(,|$))/.test(acceptEncoding)) return 'br'
  return /\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(acceptEncoding) ? 'gzip' : undefined
}

/** Text worth compressing as the caller wants it. */
export async function compressed(
  text: string,
  encoding: Encoding,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  // Bytes at once: a text of many pieces would be gone through to count them and again to send them.
  if (!encoding || text.length < 1_000) return { body: Buffer.from(text), headers: {} }
  const bytes = encoding === 'br' ? await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }) : await zip(text, { level: 3 })
  return { body: new Uint8Array(bytes), headers: { 'content-encoding': encoding, vary: 'Accept-Encoding' } }
}
