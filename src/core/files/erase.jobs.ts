import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { removeFiles } from './attach.verbs.ts'
import { UNATTACHED_HOURS } from './file.rules.ts'
import { forgetQuotas, unattachedBefore } from './file.sql.ts'
import { files } from './setup.ts'
import { clearIncoming } from './stage.ts'
import { removeOldUploads } from './upload.verbs.ts'

/** Removes the bytes of a file whose row is gone. Repeating it harms nothing. */
export const eraseJob = defineJob({
  name: 'files.erase',
  payload: z.object({ key: z.string().max(200) }),
  run: async (ctx, { key }) => {
    if (!key.startsWith(`${ctx.town.id}/`)) throw new Error('a file of another town')
    await files().store.removeFolder(key)
  },
})

const AT_ONCE = 500

/** Removes what nobody used within a day: files, half uploads, quotas. */
export async function removeUnused(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - UNATTACHED_HOURS * 3_600_000)
  const ids = await unattachedBefore(ctx, before, AT_ONCE)
  await removeFiles(ctx, ids)
  await removeOldUploads(ctx, before, AT_ONCE)
  await forgetQuotas(ctx)
  await clearIncoming(ctx.now())
  return ids.length
}

export const removeUnusedHourly: Schedule = {
  name: 'files.removeUnused',
  cron: '17 * * * *',
  run: async (ctx) => void (await removeUnused(ctx)),
}
