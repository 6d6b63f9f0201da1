// `npm run demo-pictures`: draws the photos of the demo's reports again; they are kept in the repository, because drawing takes minutes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#platform/root.ts'
import { KEPT_SEEDS, photoFile } from '#services/reports/demo/pictures/kept-photo.ts'
import { demoPhoto } from '#services/reports/demo/pictures/photo.ts'
import { demoScenes } from '#services/reports/demo/pictures/scenes.ts'

mkdirSync(join(root, 'src/services/reports/demo/photos'), { recursive: true })
for (const scene of Object.keys(demoScenes)) {
  for (let seed = 0; seed < KEPT_SEEDS; seed += 1) {
    for (const state of ['before', 'after'] as const) {
      for (const { name, bytes } of await demoPhoto(scene, seed, state))
        if (name !== 'large') writeFileSync(photoFile(scene, seed, state, name), bytes)
    }
  }
  process.stdout.write(`${scene}\n`)
}
