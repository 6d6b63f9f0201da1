/** Cookies that scripts may read: none of them says who somebody is. */
const readable = new Set(['hinweis'])

export type Answer = { status: number; headers: Headers }

/** A mail of the demo is shown as its readers see it: a document with its own styles, shut in so that nothing else in it works. */
export const withOwnStyles = 'GET /demo/postfach/:id/html'

/** What an answer lacks of what every answer of the program carries. `secure`: it was asked for over TLS. */
export function armourFindings({ status, headers }: Answer, secure: boolean): string[] {
  const found: string[] = []
  const policy = headers.get('content-security-policy') ?? ''
  if (!/default-src 'none'/.test(policy)) found.push(`content-security-policy: ${policy || 'none'}`)
  if (/unsafe-(inline|eval)/.test(policy)) found.push(`content-security-policy allows ${/unsafe-\w+/.exec(policy)?.[0]}`)
  if (!/frame-ancestors '(none|self)'/.test(policy)) found.push('frame-ancestors is missing')
  if (headers.get('x-content-type-options') !== 'nosniff') found.push('nosniff is missing')
  if (!/^(same-origin|no-referrer|strict-origin)$/.test(headers.get('referrer-policy') ?? '')) found.push('referrer-policy is missing')
  if (!headers.has('cross-origin-opener-policy')) found.push('cross-origin-opener-policy is missing')
  if (secure !== /max-age=\d{8}/.test(headers.get('strict-transport-security') ?? ''))
    found.push(secure ? 'strict-transport-security is missing' : 'strict-transport-security without TLS')
  if (headers.has('access-control-allow-origin') && headers.has('access-control-allow-credentials'))
    found.push('credentials for other sites')
  if (headers.has('x-powered-by') || headers.has('server')) found.push('says what it is made of')
  if (status >= 300 && status < 400 && status !== 304 && !headers.get('location')) found.push('a redirect to nowhere')
  if (status !== 304 && status !== 204 && !headers.has('cache-control')) found.push('cache-control is missing')
  for (const cookie of headers.getSetCookie()) found.push(...cookieFindings(cookie, secure))
  return found
}

export function cookieFindings(cookie: string, secure: boolean): string[] {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
  const name = pair.split('=')[0] ?? ''
  const has = (attribute: string) => attributes.some((each) => each.toLowerCase() === attribute)
  const found: string[] = []
  if (!has('path=/')) found.push('without Path=/')
  if (!has('samesite=lax') && !has('samesite=strict')) found.push('without SameSite')
  if (!has('httponly') && !readable.has(name)) found.push('without HttpOnly')
  if (attributes.some((each) => /^domain=/i.test(each))) found.push('for a whole domain')
  if (secure && !has('secure')) found.push('without Secure over TLS')
  if (secure && has('httponly') && !preferences.has(name) && !name.startsWith('__Host-')) found.push('not bound to the host by its name')
  return found.map((what) => `cookie ${name} ${what}`)
}

/** Language and colours are no secret: they may be the same for a host and those above it. */
const preferences = new Set(['sprache', 'farbe'])
