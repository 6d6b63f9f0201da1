import sharp, { type OutputInfo } from 'sharp'
import { createLane } from '#platform/lane.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { MAX_PIXELS, type Variant, type VariantName, variantEdges } from './file.rules.ts'
import { type Box, pixelsOf } from './redaction.rules.ts'

/** A picture made anew: pixels alone, nothing of the file that came. */
export type Drawn = { width: number; height: number; variants: (Variant & { bytes: Buffer })[] }

const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])
const SECONDS = 20
/** Bytes that interlaced pictures, which must be unpacked as a whole, may need. */
const MAX_UNPACKED = 400_000_000
const inTurn = createLane({ atOnce: 2, waiting: 40, what: 'pictures', retryAfter: 10 })

// Decoded pictures of strangers are not kept, and one picture does not take all cores.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Decodes a picture and draws it again in our sizes: upright, sRGB, on white, first frame, without any metadata.
 * Refuses: `filePixels`, `fileBroken`. Throws `unavailable` when too many wait.
 */
export const redraw = (path: string): Promise<Result<Drawn, 'filePixels' | 'fileBroken'>> =>
  inTurn(async () => {
    try {
      const meta = await sharp(path, { limitInputPixels: false }).metadata()
      if (!readable.has(meta.format)) return refuse('fileBroken')
      const pixels = meta.width * (meta.pageHeight ?? meta.height)
      const unpacked = pixels * meta.channels * (meta.depth === 'uchar' ? 1 : 2)
      if (pixels > MAX_PIXELS || (meta.isProgressive && unpacked > MAX_UNPACKED))
        return refuse('filePixels', { facts: { max: MAX_PIXELS / 1_000_000 } })
      return ok(await draw(path))
    } catch {
      // Whatever a decoder objects to: the picture cannot be shown, and that is all the person needs to know.
      return refuse('fileBroken')
    }
  })

async function draw(path: string): Promise<Drawn> {
  const edge = variantEdges.large
  const { data, info } = await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return await inSizes(data, info)
}

/** A picture of ours with solid black boxes: what was below them is in none of the sizes, however small. */
export const redrawWithBoxes = (picture: Buffer, boxes: readonly Box[]): Promise<Drawn> =>
  inTurn(async () => {
    const { data, info } = await sharp(picture, { limitInputPixels: MAX_PIXELS })
      .timeout({ seconds: SECONDS })
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const box of boxes) {
      const { left, top, right, bottom } = pixelsOf(box, info.width, info.height)
      for (let y = top; y < bottom; y++) data.fill(0, (y * info.width + left) * info.channels, (y * info.width + right) * info.channels)
    }
    return await inSizes(data, info)
  })

async function inSizes(data: Buffer, info: OutputInfo): Promise<Drawn> {
  const names = Object.keys(variantEdges) as VariantName[]
  const variants = await Promise.all(names.map((name) => variant(data, info, name)))
  return { width: info.width, height: info.height, variants }
}

async function variant(data: Buffer, { width, height, channels }: OutputInfo, name: VariantName) {
  const edge = variantEdges[name]
  const { data: bytes, info } = await sharp(data, { raw: { width, height, channels } })
    .timeout({ seconds: SECONDS })
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: name === 'large' ? 80 : 76, effort: 3 })
    .toBuffer({ resolveWithObject: true })
  return { name, width: info.width, height: info.height, bytes }
}
