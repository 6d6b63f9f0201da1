import { z } from 'zod'
import { type KeptUpload, keptUploads } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'

const Ids = z.array(z.uuid()).max(5).catch([])

/** Photos sent with an earlier attempt, as the field shows them again. */
export const keptPhotos = (ctx: Ctx, ids: unknown): Promise<KeptUpload[]> => keptUploads(ctx, Ids.parse(ids ?? []))
