import type { Actor, Ctx, Town } from './context.ts'
import type { Pool } from './db/pool.ts'
import { inTransaction } from './db/transaction.ts'
import { newId } from './ids.ts'
import { spread } from './live/changes.ts'
import type { Log } from './log.ts'
import { changesIn, nothingOutgoing, sendOff } from './outgoing.ts'
import type { Locale } from './text.ts'

export type Ground = { pool: Pool; log: Log; clock: () => Date }

export type Opening = {
  town: Town
  actor: Actor | ((ctx: Ctx) => Promise<Actor>)
  readOnly?: boolean
  locale?: Locale
  requestId?: string
  network?: string | undefined
}

/** Opens one short transaction for the caller. What waits for the outside world (bytes of an upload) waits between two of them. */
export type Open = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

/** Opens a transaction for one town and actor and runs `work` in it: how every request, job and command begins. */
export async function inContext<T>(ground: Ground, opening: Opening, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { town, readOnly = false, requestId = newId(), network } = opening
  return await inTransaction(ground.pool, { townId: town.id, readOnly }, async (db, { afterCommit, soon }) => {
    const ctx: Ctx = {
      town,
      actor: typeof opening.actor === 'function' ? nobodyYet : opening.actor,
      db,
      readOnly,
      now: ground.clock,
      locale: opening.locale ?? town.locales[0] ?? 'de',
      requestId,
      network,
      log: ground.log,
      afterCommit,
      soon,
      outgoing: nothingOutgoing(),
      separately: (inner) => inContext(ground, { ...opening, actor: ctx.actor, readOnly: false, requestId }, inner),
    }
    if (typeof opening.actor === 'function') ctx.actor = await opening.actor(ctx)
    const result = await work(ctx)
    const changes = changesIn(ctx.outgoing, town.id)
    sendOff(ctx, changes)
    if (changes.length > 0) afterCommit(() => changes.forEach(spread))
    return result
  })
}

const nobodyYet: Actor = { kind: 'anonymous', permissions: new Set(), trust: 'none', unitIds: [] }
