import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { keyOf } from './file.rules.ts'
import { insertFile } from './file.sql.ts'
import { shownName } from './file-name.rules.ts'
import { files } from './setup.ts'

/** Keeps a PDF document that the program made itself, so that nothing needs to be examined. Returns the file's id. */
export async function keepOwnDocument(ctx: Ctx, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<string> {
  const id = newId(ctx.now().getTime())
  const key = keyOf(ctx.town.id, id)
  await insertFile(ctx, {
    id,
    key,
    name: shownName(name, 'pdf'),
    type: 'application/pdf',
    kind: 'pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    state: 'clean',
    variants: [],
    taken: undefined,
    takenAt: undefined,
    owner: { accountId: undefined, hash: undefined },
  })
  await files().store.put(`${key}/original`, { bytes: Buffer.from(bytes) })
  return id
}
