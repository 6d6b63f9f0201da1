import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnPicture } from '#core/files/index.ts'
import { root } from '#platform/root.ts'
import type { DemoPicture } from '../report.ts'

/** So many variations of each scene are kept. */
export const KEPT_SEEDS = 2

export const photoFile = (scene: string, seed: number, state: 'before' | 'after', size: string): string =>
  join(root, 'src/services/reports/demo/photos', `${scene}-${seed}-${state}-${size}.webp`)

/** The drawn photo from the repository (scripts/demo-pictures.ts draws it again). */
export function keptPhoto({ scene, seed, state }: DemoPicture): OwnPicture['variants'] {
  const [small = Buffer.alloc(0), medium = Buffer.alloc(0)] = ['small', 'medium'].map((size) =>
    readFileSync(photoFile(scene, seed % KEPT_SEEDS, state, size)),
  )
  return [
    { name: 'small', width: 320, height: 240, bytes: small },
    { name: 'medium', width: 800, height: 600, bytes: medium },
    { name: 'large', width: 800, height: 600, bytes: medium },
  ]
}
