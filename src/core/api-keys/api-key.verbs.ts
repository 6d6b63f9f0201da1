import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { organisationById, unitKinds } from '#core/organisations/index.ts'
import { dayIn, endOfDay } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { digest } from '#platform/keys.ts'
import type { Scope } from '#platform/module.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type ApiKey, beginningOf, keyOf, MOST_KEYS, type NewApiKey } from './api-key.rules.ts'
import { changeKey, countOpenKeys, insertKey, inTurn, lockKey } from './api-key.sql.ts'

export const MANAGE_API_KEYS = 'apiKeys.manage'

let scopes: readonly Scope[] = []

/** Called once by the composition with what the modules declare. */
export function setScopes(all: readonly Scope[]): void {
  scopes = all
}
export const knownScopes = (): readonly Scope[] => scopes

const event = (kind: string) =>
  defineEvent({ kind: `apiKey.${kind}`, audience: 'internal', data: z.object({ scopes: z.array(z.string()).optional() }) })
const events = { issued: event('issued'), renamed: event('renamed'), revoked: event('revoked') }

const isUnit = async (ctx: Ctx, id: string): Promise<boolean> => {
  const unit = await organisationById(ctx, id)
  return unit !== undefined && !unit.closedAt && unitKinds.some((kind) => kind === unit.kind)
}

/** The key is given back once and never again. Refuses: `scopeUnknown`, `unitNeeded`, `unitUnknown`, `expiresPast`, `tooManyKeys`. */
export async function issueApiKey(
  ctx: Ctx,
  input: NewApiKey,
  /** Only the demo names its key itself. */
  key = keyOf(newSecret()),
): Promise<
  Result<{ id: string; key: string }, 'notAllowed' | 'scopeUnknown' | 'unitNeeded' | 'unitUnknown' | 'expiresPast' | 'tooManyKeys'>
> {
  if (!may(ctx, MANAGE_API_KEYS)) return refuse('notAllowed')
  const asked = input.scopes.map((name) => scopes.find(({ scope }) => scope === name))
  if (asked.some((scope) => scope === undefined)) return refuse('scopeUnknown', { field: 'scopes' })
  if (asked.some((scope) => scope?.forUnit) && !input.unitId) return refuse('unitNeeded', { field: 'unitId' })
  if (input.unitId && !(await isUnit(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  if (input.expiresOn && input.expiresOn < dayIn(ctx.now(), ctx.town.timeZone)) return refuse('expiresPast', { field: 'expiresOn' })
  await inTurn(ctx)
  if ((await countOpenKeys(ctx)) >= MOST_KEYS) return refuse('tooManyKeys', { facts: { most: MOST_KEYS } })
  const id = newId(ctx.now().getTime())
  const it: ApiKey = {
    id,
    name: input.name,
    beginning: beginningOf(key),
    scopes: [...new Set(input.scopes)],
    unitId: input.unitId,
    createdAt: ctx.now(),
    expiresAt: input.expiresOn ? endOfDay(input.expiresOn, ctx.town.timeZone) : undefined,
    lastUsedAt: undefined,
    revokedAt: undefined,
  }
  await insertKey(ctx, it, digest(key))
  await record(ctx, events.issued, { about: [{ type: 'apiKey', id }], data: { scopes: [...it.scopes] } })
  return ok({ id, key })
}

/** What was revoked stays as it was. */
export async function renameApiKey(
  ctx: Ctx,
  { id, name }: { id: string; name: string },
): Promise<Result<ApiKey, 'notAllowed' | 'unknown'>> {
  const it = may(ctx, MANAGE_API_KEYS) ? await lockKey(ctx, id) : undefined
  if (!it || it.revokedAt) return refuse('unknown')
  if (it.name !== name) {
    await changeKey(ctx, id, { name })
    await record(ctx, events.renamed, { about: [{ type: 'apiKey', id }], data: {} })
  }
  return ok({ ...it, name })
}

/** For good, at once. Revoking it again changes nothing. */
export async function revokeApiKey(ctx: Ctx, { id }: { id: string }): Promise<Result<ApiKey, 'notAllowed' | 'unknown'>> {
  const it = may(ctx, MANAGE_API_KEYS) ? await lockKey(ctx, id) : undefined
  if (!it) return refuse('unknown')
  if (!it.revokedAt) {
    await changeKey(ctx, id, { revoked_at: ctx.now() })
    await record(ctx, events.revoked, { about: [{ type: 'apiKey', id }], data: {} })
  }
  return ok(it)
}
