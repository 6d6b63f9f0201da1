import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Ctx } from '#platform/context.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Open } from '#platform/open-context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { removeFiles } from './attach.verbs.ts'
import { type FileKind, keyOf, MEGABYTE, maxBytesOf, type Taken } from './file.rules.ts'
import { fileById } from './file.sql.ts'
import { shownName } from './file-name.rules.ts'
import { isOwner, type Owner } from './owner.ts'
import { takeQuota } from './quota.ts'
import { keep, type Unwanted } from './receive.verbs.ts'
import { files } from './setup.ts'
import { incomingPath, stage } from './stage.ts'
import { addPart, deleteUpload, insertUpload, type Upload, uploadById, uploadsBefore } from './upload.sql.ts'

export type Announced = { name: string; length: number; kinds: FileKind[]; owner: Owner; taken: Taken | undefined }

/** Begins an upload in parts and returns its id, which will be the file's id. Refuses: `fileTooLarge`, `fileEmpty`, `uploadQuota`. */
export async function beginUpload(
  ctx: Ctx,
  { name, length, kinds, owner, taken }: Announced,
): Promise<Result<string, 'fileTooLarge' | 'fileEmpty' | 'uploadQuota'>> {
  const limit = maxBytesOf(kinds)
  if (length > limit) return refuse('fileTooLarge', { facts: { max: limit / MEGABYTE } })
  if (length <= 0) return refuse('fileEmpty')
  const allowed = await takeQuota(ctx, 1, length)
  if (!allowed.ok) return allowed
  const id = newId()
  // The ending is only for show until the content is known.
  await insertUpload(ctx, { id, name: shownName(name, kinds[0] === 'pdf' ? 'pdf' : 'jpg'), kinds, length, owner, taken })
  return ok(id)
}

/** How far an upload is; also after it has become a file. Undefined for everybody but its owner. */
export async function uploadState(ctx: Ctx, id: string, asker: Owner): Promise<{ length: number; received: number } | undefined> {
  const upload = await uploadById(ctx, id)
  if (upload) return isOwner(asker, upload.owner) ? upload : undefined
  const file = await fileById(ctx, id)
  return file && !file.attached && isOwner(asker, file.owner) ? { length: file.size, received: file.size } : undefined
}

export type PartRefusal = Unwanted | 'uploadGone' | 'wrongOffset' | 'wrongChecksum'
export type Part = { id: string; offset: number; body: Readable; owner: Owner; checksum?: { algorithm: 'sha1' | 'sha256'; digest: Buffer } }

/**
 * Takes the next part and returns how much is there. What arrives before the line breaks is kept. The last part makes the file.
 * Each part is an object in the store, so an upload goes on after a restart and on any machine.
 */
export async function receivePart(open: Open, part: Part): Promise<Result<number, PartRefusal>> {
  const { id, offset, owner } = part
  const state = await open((ctx) => uploadState(ctx, id, owner))
  if (!state) return refuse('uploadGone')
  if (state.received !== offset) return refuse('wrongOffset', { facts: { offset: state.received } })
  const { upload, key } = await open(async (ctx) => ({ upload: await uploadById(ctx, id), key: keyOf(ctx.town.id, id) }))
  if (!upload) return ok(offset)

  const added = await storePart(open, upload, key, part)
  if (!added.ok) return added
  const received = offset + added.value
  if (received < upload.length) return ok(received)
  const finished = await finish(open, id)
  return finished.ok ? ok(received) : finished
}

async function storePart(
  open: Open,
  upload: Upload,
  key: string,
  { id, offset, body, checksum }: Part,
): Promise<Result<number, 'fileTooLarge' | 'wrongChecksum' | 'wrongOffset'>> {
  const path = incomingPath()
  try {
    const staged = await stage(body, path, { limit: upload.length - offset, keepPart: !checksum })
    if (!staged.ok) return staged
    const { size, sha256 } = staged.value
    if (checksum && !(checksum.algorithm === 'sha256' ? sha256 : await sha1(path)).equals(checksum.digest)) return refuse('wrongChecksum')
    if (size === 0) return ok(0)
    // A name of its own: of two that send the same part at once, one is taken and the other removed.
    const name = `part-${newSecret()}`
    await files().store.put(`${key}/${name}`, { path })
    if (await open((ctx) => addPart(ctx, id, offset, size, name))) return ok(size)
    await files().store.remove(`${key}/${name}`)
    return refuse('wrongOffset')
  } finally {
    await rm(path, { force: true })
  }
}

async function sha1(path: string): Promise<Buffer> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest()
}

/** Puts the parts together and makes the file. What is refused is removed, so that a repeat begins anew. */
async function finish(open: Open, id: string): Promise<Result<string, Unwanted>> {
  const { upload, key } = await open(async (ctx) => ({ upload: await uploadById(ctx, id), key: keyOf(ctx.town.id, id) }))
  if (!upload) return ok(id)
  const path = incomingPath()
  try {
    const staged = await stage(Readable.from(bytesOf(key, upload.parts)), path, { limit: upload.length })
    if (!staged.ok) throw new Error('the parts of an upload are more than the whole')
    const kept = await keep(open, id, staged.value, upload)
    await open((ctx) => forget(ctx, id, kept.ok))
    if (kept.ok) for (const part of upload.parts) await files().store.remove(`${key}/${part}`)
    return kept
  } finally {
    await rm(path, { force: true })
  }
}

async function* bytesOf(key: string, parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    const found = await files().store.open(`${key}/${part}`)
    if (!found) throw new Error('a part of an upload is gone')
    yield* found.stream
  }
}

async function forget(ctx: Ctx, id: string, kept: boolean): Promise<void> {
  await deleteUpload(ctx, id)
  if (!kept) enqueue(ctx, 'files.erase', { key: keyOf(ctx.town.id, id) })
}

/** Ends an upload, or removes the file it became while nothing uses it. Refuses: `uploadGone`. */
export async function cancelUpload(ctx: Ctx, id: string, asker: Owner): Promise<Result<void, 'uploadGone'>> {
  if (!(await uploadState(ctx, id, asker))) return refuse('uploadGone')
  await forget(ctx, id, false)
  await removeFiles(ctx, [id])
  return ok(undefined)
}

export async function removeOldUploads(ctx: Ctx, before: Date, limit: number): Promise<void> {
  for (const id of await uploadsBefore(ctx, before, limit)) await forget(ctx, id, (await fileById(ctx, id)) !== undefined)
}
