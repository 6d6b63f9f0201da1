import type { Town } from '../context.ts'
import type { Locale } from '../text.ts'
import { cookieOf, localeOf, networkOf, themeOf } from './request.ts'

/** A request as the pipelines see it. */
export type Asked = {
  request: Request
  url: URL
  /** Path without the town's base. */
  path: string
  town: Town
  requestId: string
  network: string
  locale: Locale
  theme: 'light' | 'dark' | 'auto'
  secure: boolean
  session: string | undefined
  bearer: string | undefined
}

/** With TLS the cookie is bound to this host and to secure transport by its name. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-sitzung' : 'sitzung')

export function askedOf(
  request: Request,
  url: URL,
  path: string,
  town: Town,
  more: { requestId: string; address: string; secure: boolean },
): Asked {
  const { headers } = request
  const cookies = headers.get('cookie')
  return {
    request,
    url,
    path,
    town,
    requestId: more.requestId,
    network: networkOf(more.address),
    locale: localeOf(cookieOf(cookies, 'sprache'), headers.get('accept-language') ?? undefined),
    theme: themeOf(cookieOf(cookies, 'farbe')),
    secure: more.secure,
    session: cookieOf(cookies, sessionCookie(more.secure)),
    bearer: bearerOf(headers),
  }
}

/** What stands behind `Bearer`, in capitals or not (RFC 9110, section 11.1). */
export const bearerOf = (headers: Headers): string | undefined => /^Bearer +(\S.*)$/i.exec(headers.get('authorization')?.trim() ?? '')?.[1]

export const wantsJson = (asked: Pick<Asked, 'request'>): boolean =>
  /application\/(problem\+)?json/.test(asked.request.headers.get('accept') ?? '') &&
  !/text\/html/.test(asked.request.headers.get('accept') ?? '')
