import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Open } from '#platform/open-context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Examined, examine, type Unfit } from './examine.ts'
import { type FileKind, keyOf, maxBytesOf, PICTURE_TYPE, type Taken } from './file.rules.ts'
import { fileById, insertFile, setState } from './file.sql.ts'
import { shownName } from './file-name.rules.ts'
import { type Owner, ownerOf } from './owner.ts'
import { takeQuota } from './quota.ts'
import { tryScan } from './scan.verbs.ts'
import { files } from './setup.ts'
import { incomingPath, type Staged, stage } from './stage.ts'

export type Incoming = { stream: Readable; name: string; kinds: readonly FileKind[] }
export type Unwanted = Unfit | 'fileInfected' | 'uploadQuota'

/**
 * Takes in one file as a stream and returns its id. No transaction is open while bytes arrive, are examined or stored.
 * Refuses what is `Unwanted`, with the facts that its sentence needs.
 */
export async function receiveThrough(open: Open, { stream, name, kinds }: Incoming): Promise<Result<string, Unwanted>> {
  const allowed = await open((ctx) => takeQuota(ctx, 1, 0))
  if (!allowed.ok) {
    stream.resume()
    return allowed
  }
  const path = incomingPath()
  try {
    const staged = await stage(stream, path, { limit: maxBytesOf(kinds) })
    if (!staged.ok) {
      // The rest is read away, so that the form's other fields can be understood.
      stream.resume()
      return staged
    }
    const counted = await open((ctx) => takeQuota(ctx, 0, staged.value.size))
    if (!counted.ok) return counted
    return await keep(open, newId(), staged.value, { name, kinds, owner: undefined, taken: undefined })
  } finally {
    await rm(path, { force: true })
  }
}

/** The same inside a transaction that is open anyway: for seeds, jobs and tests. */
export const receiveFile = (ctx: Ctx, file: Incoming): Promise<Result<string, Unwanted>> => receiveThrough((work) => work(ctx), file)

/** Stores bytes that the program made itself or brought along: a demo photo, a generated letter. */
export const storeBuffer = (ctx: Ctx, bytes: Uint8Array, { name, kinds }: Omit<Incoming, 'stream'>): Promise<Result<string, Unwanted>> =>
  receiveFile(ctx, { stream: Readable.from([Buffer.from(bytes)]), name, kinds })

/** `taken` counts where the file itself does not say where it was taken. */
export type Keeping = { name: string; kinds: readonly FileKind[]; owner: Owner | undefined; taken: Taken | undefined }

/**
 * Examines, scans and stores a staged file under `id`. The row is there before the bytes, so that whatever is interrupted
 * is found and removed with the unattached files.
 */
export async function keep(
  open: Open,
  id: string,
  staged: Staged,
  { name, kinds, owner, taken }: Keeping,
): Promise<Result<string, Unwanted>> {
  const examined = await examine(staged, kinds)
  if (!examined.ok) return examined
  const verdict = await tryScan(staged.path)
  if (verdict === 'infected') return refuse('fileInfected')

  const file = { ...examined.value, taken: examined.value.taken ?? taken }
  const key = await open((ctx) => insertStoring(ctx, id, file, { name, owner: owner ?? ownerOf(ctx) }))
  if (key === undefined) return ok(id)
  await putObjects(key, file, verdict)
  await open(async (ctx) => {
    await setState(ctx, id, verdict === 'unknown' ? 'pending' : 'clean')
    if (verdict === 'unknown') enqueue(ctx, 'files.scan', { fileId: id }, { key: `files.scan ${id}` })
  })
  return ok(id)
}

type Found = Omit<Examined, 'taken'> & { taken: Taken | undefined }

async function insertStoring(ctx: Ctx, id: string, file: Found, { name, owner }: { name: string; owner: Owner }) {
  const key = keyOf(ctx.town.id, id)
  const variants = (file.drawn?.variants ?? []).map(({ bytes: _, ...variant }) => variant)
  const isNew = await insertFile(ctx, {
    id,
    key,
    name: shownName(name, file.extension),
    type: file.kind === 'image' ? PICTURE_TYPE : file.type,
    kind: file.kind,
    size: file.size,
    sha256: file.sha256,
    state: 'storing',
    variants,
    taken: file.taken,
    takenAt: file.at,
    owner,
  })
  // A row that is there already and still storing belongs to an attempt that was interrupted: this one goes on.
  return isNew || (await fileById(ctx, id))?.state === 'storing' ? key : undefined
}

/** Of pictures only what we drew is kept; the original waits in the store no longer than for its verdict. */
async function putObjects(key: string, file: Found, verdict: 'clean' | 'unknown'): Promise<void> {
  const { store } = files()
  for (const { name, bytes } of file.drawn?.variants ?? []) await store.put(`${key}/${name}`, { bytes })
  if (file.kind === 'pdf' || verdict === 'unknown') await store.put(`${key}/original`, { path: file.path })
}
