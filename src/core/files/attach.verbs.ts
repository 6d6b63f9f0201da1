import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Audience, StoredFile, Subject, Taken } from './file.rules.ts'
import {
  attachedTo,
  attachFile,
  changeAudience,
  countAttached,
  deleteFiles,
  detachFiles,
  type FileRow,
  filesById,
  lockFiles,
} from './file.sql.ts'
import { signedFilePath } from './links.ts'
import { originalsOf } from './redaction.sql.ts'

/** More than any form allows; it only keeps one subject from growing without end. */
const MAX_ATTACHED = 100

/**
 * Gives uploaded files to a subject, in this order; `audience` says who may see them besides (see readers.ts). Repeating it
 * changes nothing. Refuses: `fileGone` for files that are removed, infected, somebody else's or in use elsewhere; `tooManyFiles`.
 */
export async function attach(
  ctx: Ctx,
  ids: readonly string[],
  to: Subject & { audience: Audience },
): Promise<Result<void, 'fileGone' | 'tooManyFiles'>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return ok(undefined)
  const found = await lockFiles(ctx, wanted)
  if (found.length < wanted.length || !found.every((file) => mayAttach(ctx, file, to))) return refuse('fileGone')
  const fresh = found.filter((file) => !file.attached)
  const before = await countAttached(ctx, to)
  if (before + fresh.length > MAX_ATTACHED) return refuse('tooManyFiles', { facts: { max: MAX_ATTACHED } })
  for (const [i, file] of fresh.entries()) await attachFile(ctx, file.id, to, before + i)
  return ok(undefined)
}

/** The id of an anonymous upload is known to its uploader alone; that of an account's upload must come from the same account. */
function mayAttach(ctx: Ctx, { attached, owner, state }: FileRow, to: Subject): boolean {
  if (state === 'infected' || state === 'storing') return false
  if (attached) return attached.type === to.type && attached.id === to.id
  return owner.accountId === undefined || ctx.actor.kind === 'system' || owner.accountId === ctx.actor.accountId
}

/** Takes files off a subject; unless they are attached again they are removed after a day. Others' files are left alone. */
export async function detach(ctx: Ctx, ids: readonly string[], from: Subject): Promise<void> {
  const found = await lockFiles(ctx, ids)
  const mine = found.filter(({ attached }) => attached?.type === from.type && attached.id === from.id)
  if (mine.length > 0)
    await detachFiles(
      ctx,
      mine.map(({ id }) => id),
    )
}

/** Changes who may see files of a subject; others' files are left alone. */
export async function showTo(ctx: Ctx, ids: readonly string[], of: Subject, audience: Audience): Promise<void> {
  const found = await lockFiles(ctx, ids)
  const mine = found.filter(({ attached }) => attached?.type === of.type && attached.id === of.id)
  if (mine.length > 0)
    await changeAudience(
      ctx,
      mine.map(({ id }) => id),
      audience,
    )
}

/** Files of one subject become another's, seen by `audience` from then on; others' files are left alone. */
export async function handOver(ctx: Ctx, ids: readonly string[], from: Subject, to: Subject & { audience: Audience }): Promise<void> {
  const mine = (await lockFiles(ctx, ids)).filter(({ attached }) => attached?.type === from.type && attached.id === from.id)
  const before = await countAttached(ctx, to)
  for (const [i, file] of mine.entries()) await attachFile(ctx, file.id, to, before + i)
}

/** Removes files for good, with the originals of blacked out ones: the rows now, the bytes when the transaction is committed. */
export async function removeFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const originals = await originalsOf(ctx, ids)
  for (const key of await deleteFiles(ctx, [...ids, ...originals])) enqueue(ctx, 'files.erase', { key })
}

/** Removes everything that belongs to a subject. */
export async function removeFilesOf(ctx: Ctx, subject: Subject): Promise<void> {
  const found = (await attachedTo(ctx, subject.type, [subject.id])).get(subject.id) ?? []
  await removeFiles(
    ctx,
    found.map(({ id }) => id),
  )
}

/** `waiting` also gives files that the virus scanner has not judged yet; they cannot be opened. */
export type Asking = { audiences?: readonly Audience[]; waiting?: boolean }

/** The files of a subject, in the order they were attached. */
export const filesOf = async (ctx: Ctx, subject: Subject, asking: Asking = {}): Promise<StoredFile[]> =>
  (await filesOfAll(ctx, subject.type, [subject.id], asking)).get(subject.id) ?? []

/** The files of many subjects of one type, by the subject's id: one question for a whole list. */
export async function filesOfAll(
  ctx: Ctx,
  type: string,
  ids: readonly string[],
  { audiences, waiting = false }: Asking = {},
): Promise<Map<string, StoredFile[]>> {
  const all = await attachedTo(ctx, type, ids)
  const shown = (file: FileRow): boolean =>
    (file.state === 'clean' || (waiting && file.state === 'pending')) &&
    (!audiences || (file.audience !== undefined && audiences.includes(file.audience)))
  return new Map([...all].map(([id, list]) => [id, list.filter(shown).map(publicPart)]))
}

/** Without key, owner and place: what pages may know. */
const publicPart = ({ id, name, type, kind, size, state, variants, audience, createdAt }: FileRow): StoredFile => ({
  id,
  name,
  type,
  kind,
  size,
  state,
  variants,
  audience,
  createdAt,
})

/** Files that came with an earlier attempt of a form, as the field shows them again: only what this actor could still attach. */
export async function keptUploads(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string; src?: string }[]> {
  const found = (await filesById(ctx, ids)).filter((file) => !file.attached && mayAttach(ctx, file, nothing))
  return found.map(({ id, name, kind, state }) => ({
    id,
    name,
    ...(kind === 'image' && state === 'clean' ? { src: signedFilePath(ctx, id, 'small', 1) } : {}),
  }))
}
const nothing: Subject = { type: '', id: '' }

/** Where the first of these photos that knows it was taken. Private: to propose a place to the uploader, or for the case file. */
export async function takenAt(ctx: Ctx, ids: readonly string[]): Promise<(Taken & { at?: Date }) | undefined> {
  const file = (await filesById(ctx, ids)).find(({ taken }) => taken)
  return file?.taken && { ...file.taken, ...(file.takenAt ? { at: file.takenAt } : {}) }
}
