import { type Box, redact, redactionsOf } from '#core/files/index.ts'
import { eventById } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { changeCase } from '../../cases/case.sql.ts'
import { type CasePhoto, caseByNumber, readNumber } from '../../cases/index.ts'
import { swapFile } from '../../cases/photo.sql.ts'
import { photosOf } from '../../cases/photo.ts'
import { tell } from '../../cases/step.verbs.ts'
import { seenBy } from '../../cases/timeline.ts'
import { showPhotos } from '../photo-audience.ts'
import { reportEvents } from '../report.events.ts'
import type { Worked } from '../work.rules.ts'
import type { ModerationReason } from './reason.rules.ts'
import { type Of, type TakeRefused, toChange, worked } from './take.ts'

/** A photo as moderators see it: with the original and the boxes where it is blacked out. */
export type ModeratedPhoto = {
  caseId: string
  number: string
  version: number
  photo: CasePhoto
  originalId: string
  boxes: readonly Box[]
  /** What somebody showed to the town alone is not made public here. */
  mayShow: boolean
}

const photoIn = async (ctx: Ctx, caseId: string, fileId: string) =>
  (await photosOf(ctx, caseId, seenBy.internal)).find((photo) => photo.fileId === fileId)

/** A photo with a message was for the town alone, unless the message was a word of the town to everybody. */
async function mayShow(ctx: Ctx, { role, eventId }: CasePhoto): Promise<boolean> {
  if (role !== 'answer') return true
  return eventId !== undefined && (await eventById(ctx, eventId))?.kind === reportEvents.said.kind
}

export async function moderatedPhoto(ctx: Ctx, number: string, fileId: string): Promise<ModeratedPhoto | undefined> {
  if (!may(ctx, 'report.moderate')) return undefined
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  const photo = it?.kind === 'report' ? await photoIn(ctx, it.id, fileId) : undefined
  if (!it || !photo) return undefined
  const redaction = (await redactionsOf(ctx, [fileId])).get(fileId)
  return {
    caseId: it.id,
    number: it.number,
    version: it.version,
    photo,
    originalId: redaction?.originalId ?? fileId,
    boxes: redaction?.boxes ?? [],
    mayShow: await mayShow(ctx, photo),
  }
}

type Redacted = Worked & { fileId: string }

/**
 * Blacks out parts of a photo; no boxes give the original back. The new picture takes the photo's place wherever it is shown, under
 * an address of its own.
 */
export async function blackOut(
  ctx: Ctx,
  input: Of & { fileId: string; boxes: readonly Box[]; reason?: ModerationReason | undefined },
): Promise<Result<Redacted, TakeRefused | 'fileGone' | 'boxesInvalid'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it } = taken.value
  const photo = await photoIn(ctx, it.id, input.fileId)
  if (!photo) return refuse('fileGone')
  const drawn = await redact(ctx, { ...input, of: { type: 'case', id: it.id }, audience: photo.audience })
  if (!drawn.ok) return drawn
  await swapFile(ctx, it.id, input.fileId, drawn.value)
  const changed = await changeCase(ctx, it.id, {})
  const off = input.boxes.length === 0
  await tell(ctx, changed, {
    event: off ? reportEvents.photoRestored : reportEvents.photoRedacted,
    data: off ? {} : { reason: input.reason ?? 'personalData' },
    role: 'moderator',
    ...(photo.audience === 'public' ? {} : { shownTo: photo.audience }),
  })
  const done = worked(changed)
  return ok({ ...done.value, fileId: drawn.value })
}

/** Takes one photo from the public, whoever showed it, or shows it again. */
export async function showPhoto(
  ctx: Ctx,
  input: Of & { fileId: string; shown: boolean; reason?: ModerationReason | undefined },
): Promise<Result<Worked, TakeRefused | 'fileGone' | 'wrongState'>> {
  const taken = await toChange(ctx, input, 'report.moderate')
  if (!taken.ok) return taken
  const { it } = taken.value
  const photo = await photoIn(ctx, it.id, input.fileId)
  if (!photo) return refuse('fileGone')
  const possible = (photo.audience === 'public') !== input.shown && (!input.shown || (await mayShow(ctx, photo)))
  if (!possible) return refuse('wrongState', { facts: { state: it.state } })
  await showPhotos(ctx, it, [input.fileId], input.shown ? 'public' : 'internal')
  const photoId = (await redactionsOf(ctx, [input.fileId])).get(input.fileId)?.originalId ?? input.fileId
  const changed = await changeCase(ctx, it.id, {})
  await tell(ctx, changed, {
    event: input.shown ? reportEvents.photoShown : reportEvents.photoHidden,
    data: { photoId, ...(input.shown ? {} : { reason: input.reason ?? 'personalData' }) },
    role: 'moderator',
  })
  return worked(changed)
}
