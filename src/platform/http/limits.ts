import { createHash } from 'node:crypto'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool } from '../db/pool.ts'
import { AppError } from '../errors.ts'
import type { Limit } from './route.ts'

/** `session` stands for the account, so that limits are taken before the database is asked who it is. */
export type Caller = { network: string; session: string | undefined; townId: string }

export type Limits = {
  /** Those of the route and the general ones, for what writes. */
  take(route: string, limits: readonly Limit[], who: Caller): Promise<void>
  /** Those of the route alone: for what only reads, and for somebody who becomes known when the body is read (then those per account). */
  own(route: string, limits: readonly Limit[], who: Partial<Caller>): Promise<void>
}

/** Every unsafe request counts against these, whatever its route says. */
export const general: readonly Limit[] = [
  { points: 120, seconds: 60, per: 'network' },
  { points: 240, seconds: 60, per: 'account' },
]

/**
 * Limits of routes are counted in the database, so they hold over processes and restarts; the general ones in memory,
 * because they only keep one caller from taking everything. `factor` multiplies all (load tests); 0 switches them off.
 */
export function createLimits(pool: Pool, factor: number): Limits {
  const limiters = new Map<string, RateLimiterAbstract>()
  const limiterFor = (name: string, limit: Limit, inMemory: boolean): RateLimiterAbstract => {
    const id = `${name} ${limit.per} ${limit.points} ${limit.seconds}`
    let limiter = limiters.get(id)
    if (!limiter) {
      const options = { points: Math.ceil(limit.points * factor), duration: limit.seconds, keyPrefix: '' }
      limiter = inMemory
        ? new RateLimiterMemory(options)
        : new RateLimiterPostgres({
            ...options,
            storeClient: pool,
            schemaName: 'platform',
            tableName: 'rate_limit',
            tableCreated: true,
            clearExpiredByTimeout: false,
            inMemoryBlockOnConsumed: options.points + 1,
          })
      limiters.set(id, limiter)
    }
    return limiter
  }
  const take = async (name: string, limit: Limit, who: Partial<Caller>, inMemory: boolean) => {
    const whom = limit.per === 'network' ? who.network : limit.per === 'account' ? who.session : who.townId
    if (!whom) return
    const key = createHash('sha256').update(`${name} ${limit.per} ${limit.seconds} ${whom}`).digest('base64url')
    try {
      await limiterFor(name, limit, inMemory).consume(key)
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes)
        throw new AppError('tooMany', 'tooMany', { retryAfter: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)) })
      throw thrown
    }
  }
  return {
    async take(route, limits, who) {
      if (factor === 0) return
      for (const limit of general) await take('general', limit, who, true)
      for (const limit of limits) await take(route, limit, who, false)
    },
    async own(route, limits, who) {
      if (factor === 0) return
      for (const limit of limits) await take(route, limit, who, false)
    },
  }
}
