import { signedFilePath } from '#core/files/index.ts'
import type { StripPhoto } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'

/** A photo that was not sent yet, for its sender alone: its address stops working after some hours. */
export function draftPhoto(ctx: Pick<Ctx, 'town' | 'now'>, fileId: string): StripPhoto {
  const address = (part: 'medium' | 'large') => signedFilePath(ctx, fileId, part, 0.2)
  return { src: address('medium'), alt: '', width: 800, height: 600, large: address('large') }
}
