import sharp from 'sharp'
import type { Ctx } from '#platform/context.ts'
import { fileById } from './file.sql.ts'
import { files } from './setup.ts'

/**
 * A square PNG for home screens: the picture in the middle of a white ground, `room` of the edge free on each side. `source` is a
 * drawing of ours (SVG that went through `safeSvg`) or a kept picture.
 */
export async function squareSymbol(source: Buffer, edge: number, room: number): Promise<Buffer> {
  const inner = Math.round(edge * (1 - 2 * room))
  const picture = await sharp(source, { density: 300 })
    .resize({ width: inner, height: inner, fit: 'inside' })
    .timeout({ seconds: 10 })
    .png()
    .toBuffer()
  return await sharp({ create: { width: edge, height: edge, channels: 3, background: '#ffffff' } })
    .composite([{ input: picture, gravity: 'centre' }])
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** The bytes of a kept picture in its middle size; undefined where there is none. */
export async function pictureBytes(ctx: Ctx, fileId: string): Promise<Buffer | undefined> {
  const file = await fileById(ctx, fileId)
  const found = file?.kind === 'image' && file.state === 'clean' ? await files().store.open(`${file.key}/medium`) : undefined
  if (!found) return undefined
  const parts: Buffer[] = []
  for await (const part of found.stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
