import { dapple, grass, shadow, trail } from '../floor.ts'
import { blob, darker, ellipse, group, lighter, line, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

const swing: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt('Eine Schaukel mit gerissener Kette', 'A swing with a torn chain', 'Die reparierte Schaukel', 'The repaired swing'),
  paint: ({ random, light, broken }) => {
    const wood = random.pick(['#b98550', '#c2493c', '#3f7d9c'])
    const sand =
      path(blob(random, 400, 500, 350, 74, 0.1, 16), '#e2c893') +
      path(blob(random, 400, 508, 320, 60, 0.12, 16), '#ecd6a6') +
      path(blob(random, 400, 508, 320, 60, 0.12, 16), 'url(#grain)')
    const leg = (x: number, foot: number) =>
      line([x, 96], [foot, 500], darker(wood, 0.1), 17) + line([x + 4, 96], [foot + 4, 500], darker(wood, 0.36), 5)
    const frame =
      shadow(light, 420, 508, 330, 30) +
      leg(160, 96) +
      leg(160, 214) +
      leg(640, 588) +
      leg(640, 704) +
      rect(140, 84, 520, 22, wood, 'rx="10"') +
      rect(140, 98, 520, 8, darker(wood, 0.32), 'rx="4"')
    const chain = (from: readonly [number, number], to: readonly [number, number]) =>
      stroke(`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`, '#565a60', 5, 'stroke-dasharray="7 5"') +
      stroke(`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`, '#a6abb1', 2)
    const seat = (x: number, y: number, turn = 0) =>
      group(
        rect(-52, -6, 104, 14, '#2e2f34', 'rx="6"') + rect(-52, -6, 104, 5, '#55575e', 'rx="3"'),
        `transform="translate(${x} ${y}) rotate(${turn})"`,
      )
    const good = (x: number) =>
      shadow(light, x, 502, 64, 9) + chain([x - 46, 104], [x - 46, 402]) + chain([x + 46, 104], [x + 46, 402]) + seat(x, 404)
    const bad = (x: number) =>
      shadow(light, x - 10, 504, 60, 9) +
      chain([x + 46, 104], [x + 30, 372]) +
      seat(x + 16, 424, -66) +
      chain([x - 46, 104], [x - 50, 212]) +
      stroke(`M${x - 4} 472q-18 14 -44 12t-34 14`, '#6d7278', 4, 'stroke-dasharray="7 5"') +
      ellipse(x - 50, 218, 6, 7, 'none', 'stroke="#c0392f" stroke-width="3"')
    return grass(random, light) + dapple(random, light) + sand + frame + good(290) + (broken ? bad(510) : good(510))
  },
}

const net: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt('Ein Tor mit zerrissenem Netz', 'A goal with a torn net', 'Das Tor mit neuem Netz', 'The goal with a new net'),
  paint: ({ random, light, broken }) => {
    const [l, r, t, b] = [170, 640, 180, 440]
    const hole = (x: number, y: number) => broken && ((x - 330) / 92) ** 2 + ((y - 330) / 84) ** 2 < 1
    const mesh = times(24, (i) =>
      times(13, (k) => {
        const x = l + i * 20
        const y = t + k * 20
        const right = x + 20 <= r && !hole(x + 10, y)
        const down = y + 20 <= b && !hole(x, y + 10)
        return right || down ? `<path d="${right ? `M${x} ${y}q10 3 20 0` : ''}${down ? `M${x} ${y}q2 10 0 20` : ''}"/>` : ''
      }),
    )
    const rags = broken
      ? times(9, (i) =>
          stroke(
            `M${270 + i * 15} ${258 + Math.abs(i - 4) * 8}q${random.int(-9, 9)} 18 ${random.int(-14, 14)} ${random.int(24, 52)}`,
            '#ece8dc',
            1.8,
          ),
        ) + stroke('M300 414q40 30 90 26t70 18', '#ece8dc', 2)
      : ''
    const ball =
      shadow(light, 520, 530, 46, 10) +
      ellipse(516, 500, 34, 34, '#f4f0e6') +
      path('M516 484l14 10l-5 17h-18l-5 -17Z', '#2d2d33') +
      path('M486 488l10 -14M546 488l-8 -14M500 528l-6 -14M534 528l5 -14', 'none', 'stroke="#2d2d33" stroke-width="4"') +
      ellipse(526, 512, 24, 20, light.shadow, 'opacity=".2"')
    return (
      grass(random, light) +
      dapple(random, light) +
      patch(-1.3, 1.4, 2.5, 4.2, '#b39a6b', 'opacity=".5"') +
      shadow(light, 410, 446, 290, 18) +
      poly(
        [
          [l, t],
          [l + 46, t + 44],
          [l + 46, b - 24],
          [l, b],
        ],
        '#ffffff',
        'opacity=".14"',
      ) +
      group(mesh, 'fill="none" stroke="#f1ede2" stroke-width="1.5" opacity=".85"') +
      rags +
      rect(l - 9, t - 9, 14, b - t + 16, '#f5f2e9', 'rx="5"') +
      rect(r - 5, t - 9, 14, b - t + 16, '#dedacf', 'rx="5"') +
      rect(l - 9, t - 12, r - l + 18, 14, '#fbf9f2', 'rx="5"') +
      rect(l - 9, t - 1, r - l + 18, 4, '#b7b2a6') +
      ball
    )
  },
}

const bench: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt('Eine Bank mit fehlenden Latten', 'A bench with missing slats', 'Die Bank mit neuen Latten', 'The bench with new slats'),
  paint: ({ random, light, broken }) => {
    const wood = broken ? '#96714f' : '#c08a52'
    const slat = (y: number, height: number, gone: boolean, from = 170, to = 630) => {
      const part = (a: number, z: number) =>
        rect(a, y, z - a, height, wood, 'rx="4"') +
        rect(a, y + height * 0.66, z - a, height * 0.34, darker(wood, 0.3), 'rx="3"') +
        stroke(
          `M${a + 12} ${y + height * 0.3}q${(z - a) * 0.4} ${random.int(-3, 3)} ${z - a - 24} 0`,
          lighter(wood, 0.35),
          1.6,
          'opacity=".7"',
        )
      if (!gone) return part(from, to)
      const snap = random.int(250, 330)
      return (
        part(from, snap) +
        poly(
          [
            [snap - 2, y],
            [snap + 24, y + 3],
            [snap + 8, y + height * 0.5],
            [snap + 30, y + height * 0.7],
            [snap - 2, y + height],
          ],
          lighter(wood, 0.3),
        )
      )
    }
    const iron = (x: number) =>
      stroke(`M${x} 500V396Q${x} 372 ${x - 10} 352L${x - 26} 232`, '#2f343a', 13) +
      stroke(`M${x - 6} 402H${x + 66}V506`, '#2f343a', 13) +
      stroke(`M${x - 10} 352q44 -16 76 0`, '#2f343a', 9)
    const fallen = broken
      ? shadow(light, 470, 542, 150, 9) +
        group(
          rect(0, 0, 260, 20, wood, 'rx="3"') + rect(0, 13, 260, 7, darker(wood, 0.35)),
          `transform="translate(350 528) rotate(${random.int(-7, 6)})"`,
        ) +
        times(7, () =>
          poly(
            [
              [random.int(300, 340), random.int(520, 560)],
              [random.int(345, 372), random.int(520, 560)],
              [random.int(320, 360), random.int(520, 566)],
            ],
            lighter(wood, 0.25),
          ),
        )
      : ''
    return (
      trail(random, light) +
      dapple(random, light) +
      shadow(light, 420, 512, 320, 28) +
      iron(220) +
      iron(560) +
      slat(236, 28, false) +
      slat(276, 28, broken) +
      slat(316, 28, false) +
      group(slat(392, 20, false, 166, 642) + slat(416, 20, broken, 166, 648) + slat(440, 22, broken && random.chance(0.6), 164, 652), '') +
      fallen
    )
  },
}

export const parkScenes = { swing, net, bench }
