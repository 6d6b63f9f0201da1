import type { SetCookie } from './route.ts'

/** Language and colours, which say nothing of who somebody is. */
export const preferenceCookies: ReadonlySet<string> = new Set(['sprache', 'farbe'])

/**
 * What a cookie is called. With TLS its name binds it to this host and to secure transport: no neighbour below the same domain can put
 * another in its place. Scripts, and what is no secret, know it by its plain name.
 */
const nameFor = ({ name, httpOnly = true }: Pick<SetCookie, 'name' | 'httpOnly'>, secure: boolean): string =>
  secure && httpOnly && !preferenceCookies.has(name) && !name.startsWith('__Host-') ? `__Host-${name}` : name

/** A cookie for the whole host; scripts see it only where that is said, other sites never send it along with a POST. */
export function cookieText(cookie: SetCookie, secure: boolean): string {
  const { value, maxAge, httpOnly = true, sameSite = 'Lax' } = cookie
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  return `${nameFor(cookie, secure)}=${value}; Path=/${age}${httpOnly ? '; HttpOnly' : ''}; SameSite=${sameSite}${secure ? '; Secure' : ''}`
}
