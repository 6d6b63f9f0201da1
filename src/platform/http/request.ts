import { isIPv6 } from 'node:net'
import { type Locale, locales } from '../text.ts'
import { preferenceCookies } from './cookie.ts'

/** The language by cookie, else the first of Accept-Language that there is, else German. */
export function localeOf(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  if (cookie === 'de' || cookie === 'en') return cookie
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) || 0 }
    })
  wishes.sort((a, b) => b.weight - a.weight)
  const found = wishes.find(({ language, weight }) => weight > 0 && (locales as readonly string[]).includes(language))
  return (found?.language as Locale | undefined) ?? 'de'
}

export const themeOf = (cookie: string | undefined): 'light' | 'dark' | 'auto' =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'auto'

/** One cookie out of the header, the one bound to the host before one of the plain name (cookie.ts); nothing is decoded. */
export const cookieOf = (header: string | null | undefined, name: string): string | undefined =>
  valueIn(header, `__Host-${name}`) ?? valueIn(header, name)

function valueIn(header: string | null | undefined, name: string): string | undefined {
  if (!header) return undefined
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** True when the caller's cookies say no more than language and colours: then a page may be anybody's. */
export const isNobody = (headers: Headers): boolean =>
  !headers.has('authorization') &&
  (headers.get('cookie') ?? '').split(';').every((part) => part.trim() === '' || preferenceCookies.has(part.split('=')[0]?.trim() ?? ''))

/** The network that limits count: the address itself, or the /64 of an IPv6 address (a household has a whole /64). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const groups = tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}

/** The caller's address: the socket's, or the one that the last trusted proxy saw. */
export function addressOf(socketAddress: string | undefined, forwardedFor: string | null, trustedProxies: number): string {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return (trustedProxies > 0 && hops[Math.max(0, hops.length - trustedProxies)]) || socketAddress || 'unknown'
}

/**
 * True when a browser sent this from another site. Browsers say so in Sec-Fetch-Site, older ones in Origin;
 * programs send neither and carry no cookies of people.
 */
export function isCrossSite(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin) return !URL.canParse(origin) || new URL(origin).host !== host
  return headers.has('cookie') && headers.has('referer') && !(headers.get('referer')?.split('/')[2] === host)
}
