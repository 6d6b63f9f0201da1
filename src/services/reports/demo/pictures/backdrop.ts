import type { Seeded } from '#platform/seeded.ts'
import type { Light } from './light.ts'
import { blob, darker, ellipse, group, horizon, lighter, mix, n, path, poly, rect, stroke, times } from './paint.ts'

/** What stands behind the subject: sky, and houses, a park or a wood; a little out of focus like behind any photo. */
export type Backdrop = 'houses' | 'park' | 'wood' | 'wall'

const base = horizon + 26

function sky(random: Seeded, light: Light): string {
  const sun = random.int(80, 720)
  const cloud = (x: number, y: number, size: number) =>
    group(
      times(4, (i) =>
        ellipse(
          x + (i - 1.5) * size * 0.55,
          y - (i % 2) * size * 0.16,
          size * random.between(0.4, 0.6),
          size * random.between(0.16, 0.26),
          '#ffffff',
        ),
      ),
      `opacity="${light.dark ? 0.08 : 0.5}"`,
    )
  return (
    rect(0, 0, 800, 320, 'url(#sky)') +
    ellipse(sun, 130, 320, 190, 'url(#sun)') +
    times(random.int(2, 4), () => cloud(random.int(0, 800), random.int(24, 120), random.int(60, 130)))
  )
}

const hills = (random: Seeded, light: Light) =>
  path(
    `M0 ${n(base)}V${n(base - random.int(50, 80))}Q200 ${n(base - random.int(90, 130))} 400 ${n(base - random.int(50, 80))}T800 ${n(base - random.int(50, 90))}V${n(base)}Z`,
    mix(light.leaf[0] ?? '#668866', light.haze, 0.62),
  )

function house(random: Seeded, light: Light, x: number, width: number): string {
  const height = random.int(95, 175)
  const wall = mix(random.pick(light.walls), light.haze, 0.16)
  const roof = mix(random.pick(['#8f4f3c', '#7c4a3e', '#5f5a63', '#9a5b40']), light.haze, light.dark ? 0.1 : 0.2)
  const top = base - height
  const gable = random.chance(0.45)
  const roofHeight = random.int(38, 62)
  const columns = Math.max(2, Math.round(width / 42))
  const floors = Math.max(2, Math.round(height / 56))
  const cell = width / columns
  const window = (column: number, floor: number) => {
    const lit = light.dark && random.chance(0.45)
    const left = x + column * cell + cell * 0.28
    const up = top + 14 + floor * ((height - 20) / floors)
    const pane = lit ? light.windows : light.dark ? '#3b4258' : light.windows
    return (
      rect(left - 2, up - 2, cell * 0.44 + 4, 30, lighter(wall, 0.4)) +
      rect(left, up, cell * 0.44, 26, pane) +
      (random.chance(0.4) && !light.dark
        ? rect(left - 7, up, 5, 26, darker(wall, 0.42)) + rect(left + cell * 0.44 + 2, up, 5, 26, darker(wall, 0.42))
        : '')
    )
  }
  return (
    (gable
      ? poly(
          [
            [x - 5, top + 2],
            [x + width / 2, top - roofHeight],
            [x + width + 5, top + 2],
          ],
          roof,
        ) +
        poly(
          [
            [x + 6, top + 2],
            [x + width / 2, top - roofHeight + 13],
            [x + width - 6, top + 2],
          ],
          darker(wall, 0.06),
        )
      : poly(
          [
            [x - 4, top + 2],
            [x + 10, top - roofHeight * 0.8],
            [x + width - 10, top - roofHeight * 0.8],
            [x + width + 4, top + 2],
          ],
          roof,
        )) +
    rect(x, top, width, height, wall) +
    rect(x + width * 0.82, top, width * 0.18, height, darker(wall, 0.1)) +
    times(columns * floors, (i) => window(i % columns, Math.floor(i / columns))) +
    rect(x, base - 9, width, 9, darker(wall, 0.25))
  )
}

function houses(random: Seeded, light: Light): string {
  let x = random.int(-60, -10)
  let row = ''
  while (x < 800) {
    const width = random.int(86, 150)
    row += random.chance(0.14) ? crown(random, light, x + width / 2, base - 60, 62) : house(random, light, x, width)
    x += width + (random.chance(0.2) ? 22 : 0)
  }
  return row + times(random.int(1, 3), () => crown(random, light, random.int(30, 770), base - random.int(46, 70), random.int(38, 58)))
}

const branches = (random: Seeded, x: number, y: number, size: number) =>
  times(11, (i) => {
    const angle = -Math.PI / 2 + (i - 5) * 0.24 + random.between(-0.1, 0.1)
    const reach = size * random.between(0.9, 1.35)
    const [bx, by] = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    const [mx, my] = [x + Math.cos(angle) * reach * 0.5, y + Math.sin(angle) * reach * 0.6]
    const twig = (turn: number) =>
      `M${n(mx)} ${n(my)}l${n(Math.cos(angle + turn) * reach * 0.45)} ${n(Math.sin(angle + turn) * reach * 0.45)}`
    return stroke(`M${n(x)} ${n(y)}Q${n(x)} ${n(my)} ${n(bx)} ${n(by)}`, '#6b5a51', 3.2) + stroke(twig(0.5) + twig(-0.5), '#7d6c62', 1.6)
  })

/** A tree from afar: a trunk and three clouds of leaves, or bare branches in winter. */
export function crown(random: Seeded, light: Light, x: number, y: number, size: number): string {
  const trunk = rect(x - size * 0.07, y, size * 0.14, size * 1.2, light.dark ? '#2a2630' : '#6b5446')
  const leaf = () => random.pick(light.leaf)
  const bare = light.name === 'winter'
  const cloud = (dx: number, dy: number, share: number, colour: string) =>
    path(blob(random, x + dx * size, y + dy * size, size * share, size * share * 0.86, 0.25), colour)
  const green = leaf()
  if (bare) return trunk + branches(random, x, y + size * 0.2, size)
  return (
    trunk +
    cloud(-0.34, 0.1, 0.66, darker(green, 0.22)) +
    cloud(0.38, 0.02, 0.66, darker(green, 0.1)) +
    cloud(0, -0.34, 0.72, green) +
    cloud(0.16, -0.46, 0.42, lighter(green, 0.1))
  )
}

const park = (random: Seeded, light: Light) =>
  times(9, (i) => crown(random, light, i * 100 + random.int(-30, 30), base - random.int(74, 110), random.int(66, 104))) +
  times(8, (i) => path(blob(random, i * 115 + random.int(-20, 20), base - 6, 80, 32, 0.25), darker(random.pick(light.leaf), 0.12)))

const wood = (random: Seeded, light: Light) =>
  rect(0, 60, 800, base - 60, mix(darker(light.leaf[2] ?? '#446644', 0.3), light.haze, 0.18)) +
  times(22, (i) =>
    rect(
      i * 38 + random.int(-12, 12),
      30,
      random.int(7, 16),
      base - 30,
      mix(random.pick(['#5d4a3f', '#6f5a4a', '#4b3f3a']), light.haze, random.between(0.05, 0.35)),
    ),
  ) +
  times(16, () =>
    path(
      blob(random, random.int(0, 800), random.int(10, 130), random.int(70, 120), random.int(40, 66), 0.3),
      mix(random.pick(light.leaf), light.haze, random.between(0, 0.3)),
      'opacity=".9"',
    ),
  )

export function backdrop(random: Seeded, light: Light, kind: Backdrop): string {
  const behind = { houses, park, wood, wall: () => '' }[kind](random, light)
  return group(sky(random, light) + hills(random, light) + behind, 'filter="url(#soft)"') + rect(0, base - 60, 800, 60, 'url(#haze)')
}

/** Light ellipse under the sky, used by scenes with a lamp. */
export const shine = (x: number, y: number, radius: number) => ellipse(x, y, radius, radius, 'url(#lamp)')
