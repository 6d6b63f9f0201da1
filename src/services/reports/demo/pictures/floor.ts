import type { Seeded } from '#platform/seeded.ts'
import type { Light } from './light.ts'
import { blob, darker, ellipse, ground, group, horizon, lighter, line, mix, patch, path, rect, scaleAt, times } from './paint.ts'

/** What the subject stands on, drawn in perspective from the horizon to the lower edge. */

const top = horizon + 24

const plain = (light: Light, colour: string) =>
  rect(0, top, 800, 600 - top, colour) + rect(0, top, 800, 90, mix(colour, light.haze, 0.6), 'opacity=".55" fill-opacity=".5"')

/** Spots of another tone, cracks of light, all the accidents of a real surface. */
const worn = (random: Seeded, colour: string, count: number) =>
  times(count, () => {
    const [x, y] = ground(random.between(-3, 3), random.between(2.2, 9))
    const size = random.between(30, 150) * ((y - horizon) / 300)
    return path(
      blob(random, x, y, size, size * 0.26, 0.4),
      random.chance(0.5) ? darker(colour, 0.16) : lighter(colour, 0.14),
      'opacity=".32"',
    )
  })

const grain = (id: 'grain' | 'blades') => rect(0, top, 800, 600 - top, `url(#${id})`)

export const asphalt = (random: Seeded, light: Light) => plain(light, light.asphalt) + worn(random, light.asphalt, 9) + grain('grain')

export function grass(random: Seeded, light: Light): string {
  const tuft = () => {
    const z = random.between(2.1, 7)
    const [x, y] = ground(random.between(-3.4, 3.4) * (z / 3), z)
    const size = scaleAt(z) * 0.06
    return path(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${(-size * 0.5).toFixed(1)} ${(-size).toFixed(1)} ${(-size * 0.7).toFixed(1)} ${(-size * 1.7).toFixed(1)}q${(size * 0.8).toFixed(1)} ${(size * 0.6).toFixed(1)} ${(size * 0.9).toFixed(1)} ${(size * 1.6).toFixed(1)}q${(size * 0.3).toFixed(1)} ${(-size).toFixed(1)} ${(size * 0.9).toFixed(1)} ${(-size * 1.3).toFixed(1)}L${(x + size).toFixed(0)} ${y.toFixed(0)}Z`,
      random.chance(0.5) ? darker(light.grass, 0.18) : lighter(light.grass, 0.16),
      'opacity=".7"',
    )
  }
  return plain(light, light.grass) + worn(random, light.grass, 10) + grain('blades') + times(60, tuft)
}

/** Slabs of one by one, with joints that run to the horizon. */
export function slabs(random: Seeded, light: Light, left: number, right: number, size = 0.55): string {
  const far = 14
  const joint = darker(light.slab, 0.34)
  const columns = Math.ceil((right - left) / size)
  const rows = Array.from({ length: 14 }, (_, i) => 2 + i * size)
  const tint = () => {
    const column = random.int(0, columns - 1)
    const z = rows[random.int(0, 7)] ?? 2
    const side = left + column * size
    return patch(
      side,
      Math.min(side + size, right),
      z,
      z + size,
      random.chance(0.5) ? darker(light.slab, 0.12) : lighter(light.slab, 0.18),
      'opacity=".6"',
    )
  }
  return (
    patch(left, right, 1.9, far, light.slab) +
    times(16, tint) +
    times(columns + 1, (i) =>
      line(ground(Math.min(left + i * size, right), 1.9), ground(Math.min(left + i * size, right), far), joint, 1.3, 'opacity=".6"'),
    ) +
    rows.map((z) => line(ground(left, z), ground(right, z), joint, Math.max(0.5, 5 / z), 'opacity=".6"')).join('') +
    patch(left, right, 1.9, far, 'url(#grain)')
  )
}

/** The step from the pavement to the road. */
export const kerb = (light: Light, at: number) =>
  patch(at, at + 0.16, 1.9, 16, lighter(light.slab, 0.25)) +
  patch(at + 0.16, at + 0.22, 1.9, 16, darker(light.asphalt, 0.35)) +
  times(12, (i) => line(ground(at, 2 + i * 0.9), ground(at + 0.16, 2 + i * 0.9), darker(light.slab, 0.3), 1.4))

/** A pavement on the left, the road on the right. */
export const street = (random: Seeded, light: Light, edge = -0.4) =>
  asphalt(random, light) + slabs(random, light, -7, edge) + kerb(light, edge)

/** A gravel path through a meadow. */
export const trail = (random: Seeded, light: Light) => {
  const colour = light.name === 'winter' ? '#d5d9dc' : mix('#c9ac84', light.asphalt, light.dark ? 0.7 : 0.12)
  return (
    grass(random, light) +
    patch(-1.3, 1.2, 1.9, 16, colour) +
    patch(-1.3, 1.2, 1.9, 16, 'url(#grain)') +
    patch(-1.45, -1.25, 1.9, 16, darker(light.grass, 0.2), 'opacity=".5"') +
    patch(1.15, 1.35, 1.9, 16, darker(light.grass, 0.2), 'opacity=".5"')
  )
}

/** Soft shadow below a thing. */
export const shadow = (light: Light, x: number, y: number, rx: number, ry: number) =>
  ellipse(x, y, rx, ry, 'url(#shade)', `opacity="${Math.min(1, light.shadowStrength * 2)}"`)

/** Long shadows of trees that stand outside the picture. */
export function dapple(random: Seeded, light: Light): string {
  if (light.dark || light.name === 'overcast') return ''
  const spots = times(9, () => {
    const [x, y] = ground(random.between(-4, 4), random.between(2.2, 6))
    return path(blob(random, x, y, random.between(60, 170), random.between(12, 34), 0.5), light.shadow)
  })
  return group(spots, `opacity="${(light.shadowStrength * 0.36).toFixed(2)}" filter="url(#soft)"`)
}
