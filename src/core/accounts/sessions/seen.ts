import { LRUCache } from 'lru-cache'
import type { Actor, Ctx } from '#platform/context.ts'
import { SEEN_EVERY_MS } from './session.rules.ts'
import { touch } from './session.sql.ts'

/** When this process last wrote that a session is used; what it forgets is only written once more. */
const written = new LRUCache<string, number>({ max: 20_000 })

/**
 * Keeps that the actor's session is used, at most once an hour: after the request's own transaction, in one of its own,
 * because a GET writes nothing. Returns the actor.
 */
export function noteSeen(ctx: Ctx, actor: Actor): Actor {
  const { sessionId } = actor
  const now = ctx.now().getTime()
  if (!sessionId || now - (written.get(sessionId) ?? 0) < SEEN_EVERY_MS) return actor
  ctx.afterCommit(async () => {
    written.set(sessionId, now)
    // The request has had its effect: it must not fail because this could not be written.
    await ctx
      .separately(async (own) => void (await touch(own, sessionId)))
      .catch((err: unknown) => ctx.log.warn({ err }, 'use of a session was not noted'))
  })
  return actor
}
