/** Faults are thrown as this one error; the table below decides what the outside sees. */
export type FaultKind =
  | 'badRequest'
  | 'notSignedIn'
  | 'forbidden'
  | 'notFound'
  | 'wrongMethod'
  | 'gone'
  | 'conflict'
  | 'tooLarge'
  | 'wrongType'
  | 'keyReused'
  | 'tooMany'
  | 'unavailable'
  | 'unknown'

export const statusOf: Record<FaultKind, 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503> = {
  badRequest: 400,
  notSignedIn: 401,
  forbidden: 403,
  notFound: 404,
  wrongMethod: 405,
  gone: 410,
  conflict: 409,
  tooLarge: 413,
  wrongType: 415,
  keyReused: 422,
  tooMany: 429,
  unavailable: 503,
  unknown: 500,
}

export class AppError extends Error {
  readonly kind: FaultKind
  /** Seconds after which a repeat makes sense (429 and 503). */
  readonly retryAfter: number | undefined
  /** Methods that the address does take (405). */
  readonly allow: readonly string[] | undefined

  constructor(kind: FaultKind, message: string = kind, more: { cause?: unknown; retryAfter?: number; allow?: readonly string[] } = {}) {
    super(message, { cause: more.cause })
    this.name = 'AppError'
    this.kind = kind
    this.retryAfter = more.retryAfter
    this.allow = more.allow
  }
}

/** SQLSTATE classes in which the database, not the request, is at fault: a repeat may succeed. */
const passing = /^(08|53|57|40001|40P01|55P03|25P03)/

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'ENOENT'])

/** PostgreSQL's word for a prepared statement whose columns a migration has changed meanwhile: asked again it is planned anew. */
export const isStalePlan = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && thrown.message.includes('cached plan must not change result type')

/** A statement was not answered, not even by the server's own time-out (db/pool.ts): the line is dead. */
export const isSilent = (thrown: unknown): thrown is Error => thrown instanceof Error && thrown.message === 'Query read timeout'

/** Every thrown thing as an AppError: a lost or overloaded database is "unavailable", the rest is unknown. */
export function faultOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const { code, message } = thrown instanceof Error ? (thrown as Error & { code?: string }) : { code: undefined, message: String(thrown) }
  const lost =
    isStalePlan(thrown) ||
    isSilent(thrown) ||
    (code && (passing.test(code) || networkCodes.has(code))) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(message)
  return new AppError(lost ? 'unavailable' : 'unknown', message, lost ? { cause: thrown, retryAfter: 5 } : { cause: thrown })
}
