import { buffer } from 'node:stream/consumers'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { removeFiles } from './attach.verbs.ts'
import type { Audience, Subject } from './file.rules.ts'
import { attachedTo, attachFile, type FileRow, lockFiles } from './file.sql.ts'
import { keepOwnPicture } from './own-picture.verbs.ts'
import { redrawWithBoxes } from './picture.ts'
import { type Box, Boxes } from './redaction.rules.ts'
import { deleteRedaction, insertRedaction, type Redaction, redactionsIn } from './redaction.sql.ts'
import { files } from './setup.ts'

/** Kind of subject that originals of blacked out pictures belong to; its id is that of the subject they were taken from. */
export const WITHHELD = 'withheld'

/** Of these pictures those that are blacked out, by their id. */
export const redactionsOf = async (ctx: Ctx, ids: readonly string[]): Promise<Map<string, Redaction>> =>
  new Map((await redactionsIn(ctx, ids)).map((it) => [it.fileId, it]))

/**
 * Blacks out parts of a picture of a subject, always from the original, and returns the id of the picture that takes its place; none
 * gives the original back. The one that was shown till then is gone with its address. Refuses: `fileGone`, `boxesInvalid`.
 */
export async function redact(
  ctx: Ctx,
  input: { fileId: string; of: Subject; audience: Audience; boxes: readonly Box[] },
): Promise<Result<string, 'fileGone' | 'boxesInvalid'>> {
  const read = Boxes.safeParse(input.boxes)
  if (!read.success) return refuse('boxesInvalid')
  const boxes = read.data
  const [shown] = await lockFiles(ctx, [input.fileId])
  if (shown?.attached?.type !== input.of.type || shown.attached.id !== input.of.id || shown.kind !== 'image') return refuse('fileGone')
  const before = (await redactionsIn(ctx, [shown.id]))[0]
  const [original] = before ? await lockFiles(ctx, [before.originalId]) : [shown]
  if (original?.state !== 'clean') return refuse('fileGone')
  if (before) {
    await deleteRedaction(ctx, shown.id)
    await removeFiles(ctx, [shown.id])
  }
  if (boxes.length === 0) {
    await attachFile(ctx, original.id, { ...input.of, audience: input.audience }, 0)
    return ok(original.id)
  }
  const fileId = await keepOwnPicture(ctx, { name: original.name, variants: await drawn(original, boxes) })
  await attachFile(ctx, fileId, { ...input.of, audience: input.audience }, 0)
  await attachFile(ctx, original.id, { type: WITHHELD, id: input.of.id, audience: 'internal' }, 0)
  await insertRedaction(ctx, { fileId, originalId: original.id, boxes })
  return ok(fileId)
}

/** The pictures stay as they are shown now, for good: originals of blacked out pictures of these subjects are removed. */
export async function removeOriginals(ctx: Ctx, subjectIds: readonly string[]): Promise<void> {
  const found = await attachedTo(ctx, WITHHELD, subjectIds)
  await removeFiles(
    ctx,
    [...found.values()].flat().map(({ id }) => id),
  )
}

async function drawn(original: FileRow, boxes: readonly Box[]) {
  const found = await files().store.open(`${original.key}/large`)
  if (!found) throw new Error('a picture is missing in the store')
  return (await redrawWithBoxes(await buffer(found.stream), boxes)).variants
}
