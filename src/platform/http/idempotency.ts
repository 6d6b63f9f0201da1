import { createHash } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Raw } from './form.ts'
import { deleteAnswersBefore, storeAnswer, storedAnswer, tryLock } from './idempotency.sql.ts'

export type Answer = { status: number; location: string | null; body: string | null; cookies: string[] }

export const keyPattern = /^[A-Za-z0-9_-]{8,100}$/

/** What was asked, by whom: route, address and every value but the key itself. */
export function contentHash(ctx: Ctx, method: string, path: string, raw: Raw): Buffer {
  const values = [...raw].filter(([name]) => name !== '_key').sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([method, path, ctx.actor.accountId ?? null, values]))
    .digest()
}

/**
 * Claims the key for this transaction. Returns the answer of the first request if it is done.
 * Throws `conflict` while the first is still running, and `keyReused` if it asked for something else.
 */
export async function claim(ctx: Ctx, key: string, hash: Buffer): Promise<Answer | undefined> {
  // In this order: what is read after the lock is what its last holder left.
  const [held, row] = await Promise.all([tryLock(ctx, key), storedAnswer(ctx, key)])
  if (row && !row.content_hash.equals(hash)) throw new AppError('keyReused')
  if (row) return { status: row.status, location: row.location, body: row.body, cookies: row.cookies as string[] }
  if (!held) throw new AppError('conflict', 'the same request is still running', { retryAfter: 1 })
  return undefined
}

/** Keeps the answer in the transaction that made the effect: both are there, or neither. */
export const remember = storeAnswer

/** Keys are kept a day (clients may repeat that long); returns how many were removed. */
export const forgetOldKeys = (ctx: Ctx, hours = 24): Promise<number> =>
  deleteAnswersBefore(ctx, new Date(ctx.now().getTime() - hours * 3_600_000))
