import { attach, filesOfAll, photoOf, signedFilePath } from '#core/files/index.ts'
import type { Photo } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { ok, type Result } from '#platform/result.ts'
import type { Audience, Case, CasePhoto, PhotoFile, PhotoRole } from './case.rules.ts'
import { firstPhotoIds, insertPhotos, photoRows } from './photo.sql.ts'

/** Photos of a case that `audiences` may see and the virus scanner has passed, oldest first. */
export const photosOf = (ctx: Ctx, caseId: string, audiences: readonly Audience[]): Promise<CasePhoto[]> =>
  photosOfAll(ctx, [caseId], audiences)

/** As `photosOf`, of several cases. */
export const photosOfAll = (ctx: Ctx, caseIds: readonly string[], audiences: readonly Audience[]): Promise<CasePhoto[]> =>
  once(ctx, `photos ${caseIds} ${audiences}`, async () => {
    const [files, rows] = await Promise.all([filesByCase(ctx, caseIds), photoRows(ctx, caseIds, audiences)])
    return rows.flatMap((row) => {
      const file = files.get(row.fileId)
      return file ? [{ ...row, file }] : []
    })
  })

/** The first photo of a role that the public may see, for a whole list. */
export async function firstPhotos(ctx: Ctx, caseIds: readonly string[], role: PhotoRole): Promise<Map<string, PhotoFile>> {
  const ids = await firstPhotoIds(ctx, caseIds, role)
  const files = await filesByCase(ctx, [...ids.keys()])
  return new Map([...ids].flatMap(([caseId, fileId]) => (files.has(fileId) ? [[caseId, files.get(fileId)!] as const] : [])))
}

async function filesByCase(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, PhotoFile>> {
  if (caseIds.length === 0) return new Map()
  const all = await filesOfAll(ctx, 'case', caseIds)
  return new Map([...all.values()].flat().map((file) => [file.id, file]))
}

/** Uploaded photos become the case's. */
export async function addPhotos(
  ctx: Ctx,
  of: Case,
  fileIds: readonly string[],
  it: { role: PhotoRole; audience: Audience; eventId?: string | undefined },
): Promise<Result<true, 'fileGone' | 'tooManyFiles'>> {
  if (fileIds.length === 0) return ok(true)
  const attached = await attach(ctx, fileIds, { type: 'case', id: of.id, audience: it.audience })
  if (!attached.ok) return attached
  await insertPhotos(ctx, of.id, fileIds, it)
  return ok(true)
}

/** The picture for a page. What not everybody may see gets an address that works for an hour, because parties have no session. */
export function photoFor(ctx: Ctx, { fileId, file, audience }: CasePhoto, alt: string, published: boolean): Photo & { large: string } {
  const photo = photoOf(file, alt)
  if (audience === 'public' && published) return photo
  const signed = (path: string) => signedFilePath(ctx, fileId, partOf(path), 1 / 24)
  return {
    ...photo,
    src: signed(photo.src),
    sizes: photo.sizes?.map((size) => ({ ...size, src: signed(size.src) })) ?? [],
    large: signed(photo.large),
  }
}

const partOf = (path: string): 'small' | 'medium' | 'large' =>
  path.endsWith('/small') ? 'small' : path.endsWith('/large') ? 'large' : 'medium'
