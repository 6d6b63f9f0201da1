import { z } from 'zod'
import { signedFilePath } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Kept } from './photo-field.view.tsx'

const Ids = z.array(z.uuid()).max(5).catch([])

/** Photos sent with an earlier attempt, as the field shows them again. */
export const keptPhotos = (ctx: Pick<Ctx, 'town' | 'now'>, ids: unknown): Kept[] =>
  Ids.parse(ids ?? []).map((id) => ({ id, src: signedFilePath(ctx, id, 'small', 1) }))
