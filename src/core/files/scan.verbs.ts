import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { defineJob } from '#platform/module.ts'
import type { Verdict } from './clamd.ts'
import { fileById, setState } from './file.sql.ts'
import { files } from './setup.ts'

export const FileCleared = defineEvent({ kind: 'file.cleared', audience: 'internal', data: z.object({ fileId: z.uuid() }) })
export const FileInfected = defineEvent({ kind: 'file.infected', audience: 'internal', data: z.object({ fileId: z.uuid() }) })

/** The verdict on a file on this disk; `unknown` when the scanner does not answer. Without a scanner everything counts as clean. */
export async function tryScan(path: string): Promise<Verdict | 'unknown'> {
  const { scanner } = files()
  if (!scanner) return 'clean'
  try {
    return await scanner(createReadStream(path))
  } catch {
    return 'unknown'
  }
}

/** Asks again for a file that waits. Throws while there is no verdict, so that the queue repeats it. */
export async function scanAgain(ctx: Ctx, fileId: string): Promise<void> {
  const file = await fileById(ctx, fileId)
  if (file?.state !== 'pending') return
  const { scanner, store } = files()
  const original = await store.open(`${file.key}/original`)
  if (!original) throw new Error('the original of a waiting file is gone')
  const verdict = scanner ? await scanner(original.stream) : 'clean'
  if (!scanner) original.stream.destroy()
  await setState(ctx, fileId, verdict)
  if (file.attached) await record(ctx, verdict === 'clean' ? FileCleared : FileInfected, { about: [file.attached], data: { fileId } })
  ctx.afterCommit(async () => {
    if (verdict === 'infected') await store.removeFolder(file.key)
    else if (file.kind === 'image') await store.remove(`${file.key}/original`)
  })
}

export const scanJob = defineJob({
  name: 'files.scan',
  payload: z.object({ fileId: z.uuid() }),
  run: (ctx, { fileId }) => scanAgain(ctx, fileId),
})
