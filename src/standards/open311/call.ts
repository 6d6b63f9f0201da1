import type { Ctx, Town } from '#platform/context.ts'
import type { AppError, FaultKind } from '#platform/errors.ts'
import { Reply } from '#platform/http/reply.ts'
import { type Locale, textIn } from '#platform/text.ts'
import { contentTypes, type Format, formatOf, type Value, written } from './answer.rules.ts'
import { type CallError, type ErrorName, errors, statusFor } from './error.rules.ts'

/** What a call is answered with: a value under a name, or what is wrong. */
export type Answered = { root: string; value: Value; headers?: Record<string, string> } | { errors: readonly CallError[] }

// Public data is for everybody's programs, also for those that run in pages of others; no cookie goes along.
const open = {
  'access-control-allow-origin': '*',
  // Where the next page is, and when to come again.
  'access-control-expose-headers': 'link, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
}

export const told = (format: Format, root: string, value: Value, headers: Record<string, string> = {}, status = 200): Reply =>
  new Reply(written(format, root, value), status, { 'content-type': contentTypes[format], ...open, ...headers })

export function failed(format: Format, locale: Locale, all: readonly CallError[]): Reply {
  const value = all.map(({ name, facts }) => ({ code: errors[name].code, description: textIn(locale, `open311.error.${name}`, facts) }))
  return told(format, 'errors', value, {}, statusFor(all))
}

const faults: Record<FaultKind, ErrorName> = {
  badRequest: 'body',
  tooLarge: 'body',
  wrongType: 'body',
  notSignedIn: 'keyMissing',
  forbidden: 'keyMissing',
  notFound: 'path',
  wrongMethod: 'path',
  gone: 'path',
  conflict: 'repeating',
  keyReused: 'keyReused',
  tooMany: 'tooMany',
  unavailable: 'unavailable',
  unknown: 'fault',
}

/** A fault of the program in the words of the standard. */
export const explain = (fault: AppError, { url, locale }: { url: URL; locale: Locale }): Reply =>
  failed(formatOf(url.pathname) ?? 'xml', locale, [{ name: faults[fault.kind] }])

/** A key that is named but opens nothing is told, also where none is needed: its owner would miss what it should open. */
export function keyError(ctx: Ctx, headers: Headers, given: string | null | undefined): CallError | undefined {
  const named = headers.has('authorization') || Boolean(given)
  return named && ctx.actor.kind !== 'program' ? { name: 'keyMissing' } : undefined
}

/** Each town has an address of its own, so nobody needs to name it; who names another one is told. */
export function jurisdictionError(town: Pick<Town, 'slug' | 'origin'>, given: string | null | undefined): CallError | undefined {
  const name = given?.trim().toLowerCase()
  const { host, hostname } = new URL(town.origin)
  return !name || [town.slug, host, hostname].includes(name) ? undefined : { name: 'jurisdiction' }
}
