import type { Scene } from './scene.ts'
import { greenScenes } from './scenes/green.ts'
import { placeScenes } from './scenes/places.ts'
import { postScenes } from './scenes/posts.ts'
import { roadScenes } from './scenes/roads.ts'
import { trafficScenes } from './scenes/traffic.ts'
import { wasteScenes } from './scenes/waste.ts'

/** All scenes by name. */
export const demoScenes: Readonly<Record<string, Scene>> = {
  ...roadScenes,
  ...postScenes,
  ...wasteScenes,
  ...greenScenes,
  ...placeScenes,
  ...trafficScenes,
}
