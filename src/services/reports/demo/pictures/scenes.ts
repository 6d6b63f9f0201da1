import type { Scene } from './scene.ts'
import { greenScenes } from './scenes/green.ts'
import { litterScenes } from './scenes/litter.ts'
import { parkScenes } from './scenes/park.ts'
import { postScenes } from './scenes/posts.ts'
import { roadScenes } from './scenes/roads.ts'
import { trafficScenes } from './scenes/traffic.ts'
import { wasteScenes } from './scenes/waste.ts'
import { waterScenes } from './scenes/water.ts'

/** All scenes by name. */
export const demoScenes: Readonly<Record<string, Scene>> = {
  ...roadScenes,
  ...postScenes,
  ...wasteScenes,
  ...litterScenes,
  ...greenScenes,
  ...parkScenes,
  ...waterScenes,
  ...trafficScenes,
}
