import { LRUCache } from 'lru-cache'
import { type Actor, anonymous, type Ctx } from '#platform/context.ts'
import { digest } from '#platform/keys.ts'
import { stateOf } from './api-key.rules.ts'
import { changeKey, keyByHash } from './api-key.sql.ts'
import { knownScopes } from './api-key.verbs.ts'

const LONGEST = 200
const NOTED_EVERY_MS = 10 * 60_000

/** When this process last wrote that a key is used; what it forgets is only written once more. */
const written = new LRUCache<string, number>({ max: 5_000 })

/**
 * Who asks, by an API key: a program with the scopes of its key and nothing else. It is signed in nowhere, opens no page and is no
 * person. A key that is unknown, expired or revoked opens nothing.
 */
export async function programOf(ctx: Ctx, key: string | undefined): Promise<Actor> {
  if (!key || key.length > LONGEST) return anonymous
  const it = await keyByHash(ctx, digest(key))
  if (!it || stateOf(it, ctx.now()) !== 'valid') return anonymous
  noteUse(ctx, it.id)
  const known = new Set(knownScopes().map(({ scope }) => scope))
  return {
    kind: 'program',
    permissions: new Set(['everyone', ...it.scopes.filter((scope) => known.has(scope))]),
    trust: 'none',
    apiKeyId: it.id,
    name: it.name,
    unitIds: it.unitId ? [it.unitId] : [],
  }
}

/** In a transaction of its own after this one, because a GET writes nothing. */
function noteUse(ctx: Ctx, id: string): void {
  const now = ctx.now().getTime()
  if (now - (written.get(id) ?? 0) < NOTED_EVERY_MS) return
  ctx.afterCommit(async () => {
    written.set(id, now)
    await ctx
      .separately(async (own) => void (await changeKey(own, id, { last_used_at: new Date(now) })))
      .catch((err: unknown) => ctx.log.warn({ err }, 'use of a key was not noted'))
  })
}
