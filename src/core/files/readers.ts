import type { Ctx } from '#platform/context.ts'
import type { Audience } from './file.rules.ts'
import type { FileRow } from './file.sql.ts'
import { isOwner, type Owner } from './owner.ts'

/** May this actor read files that the subject shows to `audience`? */
export type FileReader = (ctx: Ctx, subjectId: string, audience: Audience) => Promise<boolean>

const readers = new Map<string, FileReader>()

/** A module says who may read files of its kind of subject. Without a reader nobody may. */
export function registerFileReaders(type: string, reader: FileReader): void {
  readers.set(type, reader)
}

/** Attached files are read by whom the subject lets; unattached ones by their uploader alone. */
export async function mayRead(ctx: Ctx, file: FileRow, asker: Owner): Promise<boolean> {
  if (file.state !== 'clean') return false
  if (!file.attached || !file.audience) return isOwner(asker, file.owner)
  return (await readers.get(file.attached.type)?.(ctx, file.attached.id, file.audience)) ?? false
}
