import type { Photo } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { isSigned, sign } from '#platform/keys.ts'
import type { StoredFile, VariantName } from './file.rules.ts'

export type Part = VariantName | 'original'

/** The address of a file inside the town: a size of a picture, or the document. */
export const filePath = (id: string, part: Part): string => `/dateien/${id}/${part}`

/** A picture as the design's `Picture` and `PhotoStrip` take it. `large` is the address for a closer look. */
export function photoOf(file: Pick<StoredFile, 'id' | 'variants'>, alt: string): Photo & { large: string } {
  const medium = file.variants.find(({ name }) => name === 'medium') ?? file.variants[0]
  return {
    src: filePath(file.id, medium?.name ?? 'medium'),
    alt,
    width: medium?.width ?? 800,
    height: medium?.height ?? 600,
    sizes: distinct(file.variants).map(({ name, width }) => ({ src: filePath(file.id, name), width })),
    large: filePath(file.id, 'large'),
  }
}

/** Small originals have the same width in several sizes; the browser needs each width once. */
const distinct = (variants: StoredFile['variants']) => variants.filter(({ width }, i) => variants.findIndex((v) => v.width === width) === i)

const signedText = (townId: string, id: string, part: Part, until: number) => `${townId} ${id} ${part} ${until}`

/** An address that opens this one file for everybody who has it, until it expires: for mails and for previews of forms. */
export function signedFilePath(ctx: Pick<Ctx, 'town' | 'now'>, id: string, part: Part, days = 30): string {
  const until = Math.floor(ctx.now().getTime() / 1000) + Math.round(days * 86_400)
  return `${filePath(id, part)}?bis=${until}&s=${sign('files.link', signedText(ctx.town.id, id, part, until))}`
}

export const isSignedLink = (ctx: Pick<Ctx, 'town' | 'now'>, id: string, part: Part, until: number, signature: string): boolean =>
  until * 1000 > ctx.now().getTime() && isSigned('files.link', signedText(ctx.town.id, id, part, until), signature)
