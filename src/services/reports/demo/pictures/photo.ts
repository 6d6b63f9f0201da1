import sharp from 'sharp'
import { seeded } from '#platform/seeded.ts'
import { demoPicture } from './picture.ts'

const side = 256

/** Grain of a phone camera: grey noise around the middle, the same for the same seed. */
function grain(seed: number): Buffer {
  const { next } = seeded('grain', seed)
  const pixels = Buffer.alloc(side * side * 3)
  for (let i = 0; i < pixels.length; i += 3) {
    const value = 128 + (next() + next() + next() - 1.5) * 17
    for (let channel = 0; channel < 3; channel++) pixels[i + channel] = value + (next() - 0.5) * 6
  }
  return pixels
}

/** A demo picture as JPEG, 1600 × 1200 pixels, with a little grain so that it feels like a photo. */
export async function demoPhoto(scene: string, seed: number, state: 'before' | 'after'): Promise<Buffer> {
  const noise = { input: grain(seed), raw: { width: side, height: side, channels: 3 as const }, tile: true, blend: 'soft-light' as const }
  const drawn = await sharp(Buffer.from(demoPicture(scene, seed, state)))
    .removeAlpha()
    .raw()
    .toBuffer()
  // Drawn at half size and enlarged: four times as quick, and as soft as a phone's lens.
  const enlarged = await sharp(drawn, { raw: { width: 800, height: 600, channels: 3 } })
    .resize(1600, 1200, { kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return sharp(enlarged, { raw: { width: 1600, height: 1200, channels: 3 } })
    .composite([noise])
    .jpeg({ quality: 80, mozjpeg: false })
    .toBuffer()
}
