import sharp from 'sharp'
import type { OwnPicture } from '#core/files/index.ts'
import { seeded } from '#platform/seeded.ts'
import { demoPicture } from './picture.ts'

const [width, height, side] = [800, 600, 256]

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

/** A demo picture with a little grain so that it feels like a photo, in the sizes of files; 800 × 600 is its largest. */
export async function demoPhoto(scene: string, seed: number, state: 'before' | 'after'): Promise<OwnPicture['variants']> {
  const noise = { input: grain(seed), raw: { width: side, height: side, channels: 3 as const }, tile: true, blend: 'soft-light' as const }
  const drawn = await sharp(Buffer.from(demoPicture(scene, seed, state)))
    .resize(width, height)
    .composite([noise])
    .removeAlpha()
    .raw()
    .toBuffer()
  const raw = { raw: { width, height, channels: 3 as const } }
  const [small, medium] = await Promise.all([
    sharp(drawn, raw).resize(320, 240).webp({ quality: 74, effort: 2 }).toBuffer(),
    sharp(drawn, raw).webp({ quality: 76, effort: 2 }).toBuffer(),
  ])
  return [
    { name: 'small', width: 320, height: 240, bytes: small },
    { name: 'medium', width, height, bytes: medium },
    { name: 'large', width, height, bytes: medium },
  ]
}
