import type { Ctx } from '#platform/context.ts'
import { keyedHash } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { quota } from './file.rules.ts'
import { countQuota } from './file.sql.ts'
import { files } from './setup.ts'

/** Counts files and bytes for the account, else the network, of today. Refuses: `uploadQuota`. Jobs and commands have no quota. */
export async function takeQuota(ctx: Ctx, count: number, bytes: number): Promise<Result<void, 'uploadQuota'>> {
  const factor = files().quotaFactor
  const who = ctx.actor.accountId ?? ctx.network
  if (factor === 0 || who === undefined) return ok(undefined)
  const day = ctx.now().toISOString().slice(0, 10)
  const used = await countQuota(ctx, keyedHash('files.quota', `${ctx.town.id} ${day} ${who}`), count, bytes)
  return used.files > quota.files * factor || used.bytes > quota.bytes * factor ? refuse('uploadQuota') : ok(undefined)
}
