import type { Ctx } from '#platform/context.ts'
import { type Reply, redirect } from '#platform/http/reply.ts'
import { type Result, refuse } from '#platform/result.ts'
import { FRESH_MINUTES } from '../account.rules.ts'
import { confirmedAt } from './session.sql.ts'

/** True when the person has proved within the last quarter of an hour that it is she who sits there. */
export async function isFresh(ctx: Ctx): Promise<boolean> {
  const at = ctx.actor.sessionId ? await confirmedAt(ctx, ctx.actor.sessionId) : undefined
  return at !== undefined && ctx.now().getTime() - at.getTime() <= FRESH_MINUTES * 60_000
}

/** For pages of important steps: who has to prove it first is sent there, and comes back. */
export async function proveFirst(ctx: Ctx, path: string): Promise<Reply | undefined> {
  return (await isFresh(ctx)) ? undefined : redirect(`/mein/konto/bestaetigen?weiter=${encodeURIComponent(path)}`, 302)
}

type Asked = { headers: Headers; cookie: (name: string) => string | undefined }

/** The same for the step itself. Refuses: `proveFirst`. */
export const whenFresh =
  <I, T>(run: (ctx: Ctx, input: I, asked: Asked) => Promise<Result<T>>) =>
  async (ctx: Ctx, input: I, asked: Asked): Promise<Result<T>> =>
    (await isFresh(ctx)) ? await run(ctx, input, asked) : refuse('proveFirst')
