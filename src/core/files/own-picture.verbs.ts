import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { keyOf, PICTURE_TYPE, type Variant } from './file.rules.ts'
import { insertFile } from './file.sql.ts'
import { files } from './setup.ts'

export type OwnPicture = { name: string; variants: readonly (Variant & { bytes: Buffer })[] }

/** Keeps a picture that the program drew itself in our sizes, so that nothing needs to be examined. Returns the file's id. */
export async function keepOwnPicture(ctx: Ctx, { name, variants }: OwnPicture): Promise<string> {
  const id = newId(ctx.now().getTime())
  const key = keyOf(ctx.town.id, id)
  const largest = variants.at(-1)?.bytes ?? Buffer.alloc(0)
  for (const variant of variants) await files().store.put(`${key}/${variant.name}`, { bytes: variant.bytes })
  await insertFile(ctx, {
    id,
    key,
    name,
    type: PICTURE_TYPE,
    kind: 'image',
    size: largest.length,
    sha256: createHash('sha256').update(largest).digest(),
    state: 'clean',
    variants: variants.map(({ bytes: _, ...variant }) => variant),
    taken: undefined,
    takenAt: undefined,
    owner: { accountId: undefined, hash: undefined },
  })
  return id
}
