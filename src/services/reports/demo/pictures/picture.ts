import { seeded } from '#platform/seeded.ts'
import { backdrop } from './backdrop.ts'
import { type Light, lightFor } from './light.ts'
import { horizon, n } from './paint.ts'
import type { Scene } from './scene.ts'
import { demoScenes } from './scenes.ts'

const stop = (offset: number, colour: string, opacity = 1) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
const radial = (id: string, stops: string, extra = '') => `<radialGradient id="${id}" ${extra}>${stops}</radialGradient>`

/** Speckles of a surface, as a small tile. */
function tile(
  id: string,
  width: number,
  height: number,
  seed: number,
  draw: (x: number, y: number, dark: boolean, size: number) => string,
): string {
  const random = seeded('tile', id, seed)
  const spots = Array.from({ length: 46 }, () =>
    draw(random.int(2, width - 3), random.int(2, height - 3), random.chance(0.55), random.between(0.5, 1.5)),
  )
  return `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${spots.join('')}</pattern>`
}

const speckle = (x: number, y: number, dark: boolean, size: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${n(size * 1.5)}" ry="${n(size * 0.7)}" fill="${dark ? '#000' : '#fff'}" opacity="${dark ? 0.2 : 0.16}"/>`
const blade = (x: number, y: number, dark: boolean, size: number) =>
  `<path d="M${x} ${y}l${n(size)} ${n(-size * 4)}" stroke="${dark ? '#1d3a1c' : '#e9f0a8'}" stroke-width="1.1" opacity="${dark ? 0.26 : 0.2}"/>`

const definitions = (light: Light, seed: number) =>
  `<defs><linearGradient id="sky" x2="0" y2="1">${stop(0, light.sky[0])}${stop(0.85, light.sky[1])}</linearGradient>` +
  `<linearGradient id="haze" x2="0" y2="1">${stop(0, light.haze, 0)}${stop(1, light.haze, light.dark ? 0.25 : 0.5)}</linearGradient>` +
  `<linearGradient id="beam" x2="0" y2="1">${stop(0, '#ffe7ae', 0.42)}${stop(0.8, '#ffd58a', 0.02)}</linearGradient>` +
  radial('sun', stop(0, light.glow, 0.9) + stop(1, light.glow, 0)) +
  radial('lamp', stop(0, '#fff0c2', 0.95) + stop(0.25, '#ffd98f', 0.5) + stop(1, '#ffc66b', 0)) +
  radial('shade', stop(0, light.shadow, 0.85) + stop(0.55, light.shadow, 0.5) + stop(1, light.shadow, 0)) +
  radial('warm', stop(0, light.glow, light.glowStrength) + stop(1, light.glow, 0)) +
  radial('edge', stop(0.62, '#120d1c', 0) + stop(1, '#120d1c', 0.3), 'r=".72"') +
  `<filter id="soft" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="1.6"/></filter>` +
  tile('grain', 61, 37, seed, speckle) +
  tile('blades', 71, 43, seed, blade) +
  '</defs>'

const sceneOf = (name: string): Scene => {
  const scene = demoScenes[name]
  if (!scene) throw new Error(`no scene ${name}`)
  return scene
}

/**
 * A drawn photo of a damage, as SVG of 800 × 600.
 * Before and after show the same place; the seed changes light, houses, side and angle.
 */
export function demoPicture(name: string, seed: number, state: 'before' | 'after'): string {
  const scene = sceneOf(name)
  const place = seeded(name, seed, 'place')
  const light = lightFor(seeded(name, seed, state, 'light'), scene.moods)
  const mirrored = place.chance(0.5)
  const zoom = place.between(1.02, 1.1)
  const turn = seeded(name, seed, state, 'hand').between(-1.3, 1.3)
  const behind = backdrop(place, light, scene.backdrop)
  const subject = scene.paint({ random: seeded(name, seed, 'subject'), light, broken: state === 'before' })
  const frame = `translate(400 300) rotate(${n(turn)}) scale(${n(mirrored ? -zoom * 10 : zoom * 10)} ${n(zoom * 10)}) scale(.1) translate(-400 -300)`
  return short(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">${definitions(light, seed)}` +
      `<g transform="${frame}">${behind}${subject}</g>` +
      `<ellipse cx="${mirrored ? 160 : 640}" cy="${horizon - 40}" rx="640" ry="420" fill="url(#warm)"/><rect width="800" height="600" fill="url(#edge)"/></svg>`,
  )
}

/** Two decimals are finer than a pixel. */
const short = (svg: string) => svg.replace(/\d*\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))

/** What a demo picture shows, for the alternative text. */
export const demoPictureAlt = (name: string, state: 'before' | 'after'): { de: string; en: string } => sceneOf(name).alt[state]
