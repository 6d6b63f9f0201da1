import type { SetCookie } from '#platform/http/route.ts'

/** A random value in the browser, so that it counts once however often it joins, and is known again when it is blocked. */
export const MARK = 'unterstuetzt'
const YEAR = 365 * 86_400

export const markCookie = (mark: string): SetCookie => ({ name: MARK, value: mark, maxAge: YEAR })
