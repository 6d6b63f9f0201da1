import type { SetCookie } from './route.ts'

/** A cookie for the whole host; scripts see it only where that is said, other sites never send it along with a POST. */
export const cookieText = ({ name, value, maxAge, httpOnly = true }: SetCookie, secure: boolean): string =>
  `${name}=${value}; Path=/${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}${httpOnly ? '; HttpOnly' : ''}; SameSite=Lax${secure ? '; Secure' : ''}`
