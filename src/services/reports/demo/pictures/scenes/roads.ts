import { asphalt, dapple, kerb, shadow, slabs, street } from '../floor.ts'
import { blob, darker, ellipse, ground, group, lighter, line, mix, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

const pothole: Scene = {
  moods: ['morning', 'overcast', 'winter', 'noon'],
  backdrop: 'houses',
  alt: alt('Ein Schlagloch im Asphalt', 'A pothole in the asphalt', 'Die geflickte Stelle im Asphalt', 'The repaired spot in the asphalt'),
  paint: ({ random, light, broken }) => {
    const [x, y] = [440 + random.int(-30, 40), 452]
    const [rx, ry] = [random.int(150, 185), random.int(52, 66)]
    const tone = light.asphalt
    const floor =
      street(random, light, -1.1) +
      times(3, (i) => patch(1.9, 2.02, 2 + i * 2.6, 3.4 + i * 2.6, '#efeae0', 'opacity=".75"')) +
      dapple(random, light)
    if (!broken) {
      const left = (x - 400) / 190 - 0.95
      const corners = [ground(left, 2.75), ground(left + 1.75, 2.75), ground(left + 1.75, 4.15), ground(left, 4.15)]
      const seam = `stroke="${darker(tone, 0.62)}" stroke-width="5" stroke-linejoin="round"`
      return (
        floor +
        poly(corners, darker(tone, 0.36), seam) +
        poly(corners, 'url(#grain)') +
        times(5, (i) => patch(left + 0.12 + i * 0.34, left + 0.26 + i * 0.34, 2.8, 4.1, '#ffffff', 'opacity=".035"'))
      )
    }
    const crack = () => {
      const angle = random.between(0, Math.PI * 2)
      const [cx, cy] = [x + Math.cos(angle) * rx * 0.92, y + Math.sin(angle) * ry * 0.92]
      const [dx, dy] = [Math.cos(angle) * random.int(40, 110), Math.sin(angle) * random.int(14, 36)]
      return stroke(
        `M${cx.toFixed(0)} ${cy.toFixed(0)}l${(dx * 0.5).toFixed(0)} ${(dy * 0.5 + random.int(-9, 9)).toFixed(0)}l${(dx * 0.5).toFixed(0)} ${(dy * 0.6).toFixed(0)}`,
        darker(tone, 0.55),
        random.between(1.4, 3),
      )
    }
    const stone = () => {
      const angle = random.between(0, Math.PI * 2)
      const reach = random.between(0.5, 1.35)
      const size = random.between(3, 10)
      const [sx, sy] = [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach + 8]
      return (
        ellipse(sx + 2, sy + size * 0.5, size * 1.1, size * 0.4, light.shadow, 'opacity=".4"') +
        path(blob(random, sx, sy, size, size * 0.7, 0.35, 7), mix(tone, random.pick(['#d9cfc0', '#4a4750', '#9a8f86']), 0.5))
      )
    }
    const water = light.name === 'overcast' || light.name === 'winter'
    return (
      floor +
      times(13, crack) +
      path(blob(random, x, y, rx * 1.12, ry * 1.16, 0.2, 18), darker(tone, 0.18)) +
      path(blob(random, x, y, rx, ry, 0.16, 18), darker(tone, 0.58)) +
      path(blob(random, x + 6, y + 11, rx * 0.9, ry * 0.8, 0.16, 16), mix('#6b5a49', light.shadow, 0.35)) +
      path(blob(random, x + 10, y + 17, rx * 0.74, ry * 0.6, 0.2, 14), mix('#8b7558', light.shadow, 0.22)) +
      (water
        ? path(blob(random, x + 14, y + 18, rx * 0.6, ry * 0.46, 0.12, 14), mix(light.sky[0], '#5b6470', 0.35), 'opacity=".9"') +
          ellipse(x - 20, y + 12, 40, 6, '#ffffff', 'opacity=".35"')
        : '') +
      times(24, stone)
    )
  },
}

const sidewalk: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt('Gehwegplatten, von Wurzeln angehoben', 'Paving slabs lifted by roots', 'Ein eben verlegter Gehweg', 'An evenly laid pavement'),
  paint: ({ random, light, broken }) => {
    const trunk =
      shadow(light, 165, 420, 120, 26) +
      patch(-2.5, -1.2, 2.9, 4.1, '#5d4a38') +
      patch(-2.5, -1.2, 2.9, 4.1, 'url(#grain)') +
      path(
        'M120 0C132 160 118 300 92 402C130 388 208 388 246 404C214 300 206 150 214 0Z',
        mix('#6f5848', light.shadow, light.dark ? 0.5 : 0.12),
      ) +
      path('M186 0C182 150 196 300 246 404C214 300 206 150 214 0Z', darker('#6f5848', 0.4)) +
      times(9, (i) =>
        stroke(
          `M${128 + i * 10} ${20 + i * 9}q${random.int(-6, 6)} 90 ${random.int(-8, 4)} ${random.int(180, 260)}`,
          darker('#6f5848', 0.3),
          2,
          'opacity=".5"',
        ),
      )
    const floor =
      slabs(random, light, -7, 2.1) +
      patch(2.1, 12, 1.9, 16, light.asphalt) +
      patch(2.1, 12, 1.9, 16, 'url(#grain)') +
      kerb(light, 2.1) +
      dapple(random, light)
    if (!broken) return floor + trunk
    const slab = (x: number, z: number, lift: number, tilt: number) => {
      const size = 0.54
      const near = [ground(x, z, tilt), ground(x + size, z, lift)] as const
      const far = [ground(x + size, z + size, lift + 0.04), ground(x, z + size, tilt * 0.4)] as const
      const edge = [ground(x, z, 0), ground(x + size, z, 0)] as const
      return (
        poly([edge[0], edge[1], near[1], near[0]], darker(light.slab, 0.62)) +
        poly([near[1], far[0], ground(x + size, z + size, 0), edge[1]], darker(light.slab, 0.5)) +
        poly([near[0], near[1], far[0], far[1]], lighter(light.slab, lift * 1.6)) +
        poly([near[0], near[1], far[0], far[1]], 'url(#grain)') +
        stroke(`M${near[0].map(Math.round).join(' ')}L${near[1].map(Math.round).join(' ')}`, lighter(light.slab, 0.5), 2)
      )
    }
    const root =
      stroke(`M200 400C300 402 340 430 ${420 + random.int(0, 30)} 436S560 470 610 ${486 + random.int(-8, 8)}`, '#6b5240', 17) +
      stroke('M210 396C300 397 340 425 425 431S560 465 600 480', '#8a6d55', 5, 'opacity=".7"')
    return (
      floor +
      trunk +
      shadow(light, 430, 470, 230, 34) +
      slab(-0.55, 3.5, 0.1, 0.02) +
      slab(0.08, 3.5, 0.14, 0.08) +
      slab(0.7, 3.2, 0.03, 0.12) +
      root +
      slab(-0.3, 2.72, 0.16, 0.03) +
      slab(0.32, 2.6, 0.06, 0.15)
    )
  },
}

const zebra: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'Ein verblasster Zebrastreifen',
    'A faded zebra crossing',
    'Ein frisch gemalter Zebrastreifen',
    'A freshly painted zebra crossing',
  ),
  paint: ({ random, light, broken }) => {
    const bar = (i: number) => {
      const left = -3.6 + i * 0.98
      const worn = broken
        ? times(12, () => {
            const [x, y] = ground(left + random.between(0, 0.55), random.between(2.7, 5))
            return path(blob(random, x, y, random.int(14, 44), random.int(5, 14), 0.5, 8), light.asphalt, 'opacity=".9"')
          })
        : ''
      return patch(left, left + 0.52, 2.6, 5.2, '#f4f1e8', `opacity="${broken ? 0.34 : 0.95}"`) + worn
    }
    const post = (x: number) =>
      shadow(light, x, 330, 26, 6) +
      rect(x - 3.5, 130, 7, 200, '#8b9096') +
      rect(x - 30, 90, 60, 60, '#2f63ae', 'rx="5"') +
      poly(
        [
          [x, 98],
          [x - 23, 142],
          [x + 23, 142],
        ],
        '#f7f5ef',
      ) +
      stroke(`M${x - 2} 116l-5 12l-7 10M${x - 4} 126l10 12M${x - 2} 117l9 8`, '#23262b', 3.4) +
      ellipse(x - 1, 112, 3.4, 3.6, '#23262b')
    return (
      asphalt(random, light) +
      patch(-16, -3.9, 1.9, 16, light.slab) +
      dapple(random, light) +
      times(8, bar) +
      patch(-3.6, 4, 2.6, 5.2, 'url(#grain)') +
      post(random.int(640, 700))
    )
  },
}

const ice: Scene = {
  moods: ['winter'],
  backdrop: 'park',
  alt: alt('Ein vereister Weg', 'An icy path', 'Ein geräumter und gestreuter Weg', 'A cleared and gritted path'),
  paint: ({ random, broken }) => {
    const snow =
      rect(0, 256, 800, 344, '#e9eef2') +
      times(14, () => {
        const [x, y] = ground(random.between(-4, 4), random.between(2.2, 8))
        return path(
          blob(random, x, y, random.int(60, 170), random.int(8, 24), 0.4),
          random.chance(0.5) ? '#ffffff' : '#d5dfe9',
          'opacity=".7"',
        )
      })
    const way = patch(-1.35, 1.25, 1.9, 18, broken ? '#b9cad8' : '#8b8987') + patch(-1.35, 1.25, 1.9, 18, 'url(#grain)')
    const gleam = () => {
      const [x, y] = ground(random.between(-1, 0.9), random.between(2.3, 7))
      const size = 900 / (620 - y + 120)
      return (
        path(
          blob(random, x, y, random.int(40, 110) * (y / 520), random.int(6, 16) * (y / 520), 0.35),
          random.chance(0.4) ? '#ffffff' : '#8fb0c9',
          `opacity="${random.between(0.35, 0.75).toFixed(2)}"`,
        ) +
        (size > 3
          ? stroke(
              `M${x.toFixed(0)} ${y.toFixed(0)}l${random.int(20, 60)} ${random.int(-6, 6)}l${random.int(10, 40)} ${random.int(-10, 10)}`,
              '#ffffff',
              1.2,
              'opacity=".8"',
            )
          : '')
      )
    }
    const bank = (side: number) =>
      times(9, (i) => {
        const [x, y] = ground(side, 2.3 + i * 0.9)
        const size = 150 / (2.3 + i * 0.9)
        return path(blob(random, x, y - size * 0.1, size * 1.5, size * 0.7, 0.25), i % 2 ? '#f6f9fb' : '#e3ebf1')
      })
    const grit = () => {
      const z = random.between(2, 7)
      const [x, y] = ground(random.between(-1.2, 1.1), z)
      return ellipse(x, y, 7 / z, 4.4 / z, random.pick(['#4f4a46', '#6b5f53', '#3f3b3a']))
    }
    const steps = times(5, (i) => {
      const [x, y] = ground(-0.2 + (i % 2) * 0.28, 2.5 + i * 0.7)
      return ellipse(x, y, 34 / (2.5 + i * 0.7), 17 / (2.5 + i * 0.7), '#8ba3b6', 'opacity=".5"')
    })
    return snow + way + (broken ? times(20, gleam) + steps : times(170, grit)) + bank(-1.75) + bank(1.65)
  },
}

const site: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'Umgefallene Absperrungen an einer Baustelle',
    'Fallen barriers at a building site',
    'Eine gut gesicherte Baustelle',
    'A well secured building site',
  ),
  paint: ({ random, light, broken }) => {
    const pit = patch(-0.9, 1.7, 3.1, 4.6, '#6d553c') + patch(-0.9, 1.7, 3.6, 4.6, '#4a3a2b') + patch(-0.9, 1.7, 3.1, 4.6, 'url(#grain)')
    const heap =
      shadow(light, 620, 392, 150, 20) +
      path(blob(random, 620, 368, 130, 52, 0.2), '#b08a5c') +
      path(blob(random, 600, 356, 90, 34, 0.25), '#c59f6e') +
      times(16, () => ellipse(random.int(520, 720), random.int(350, 405), random.int(3, 8), random.int(2, 5), '#8a6a45'))
    const barrier = (x: number, y: number, size: number, turn: number) =>
      group(
        rect(-78, -84, 156, 24, '#f4f0e6', 'rx="3"') +
          times(4, (i) =>
            poly(
              [
                [-78 + i * 42, -60],
                [-58 + i * 42, -84],
                [-38 + i * 42, -84],
                [-58 + i * 42, -60],
              ],
              '#cf3f33',
            ),
          ) +
          rect(-78, -42, 156, 16, '#f4f0e6', 'rx="3"') +
          times(4, (i) =>
            poly(
              [
                [-78 + i * 42, -26],
                [-64 + i * 42, -42],
                [-44 + i * 42, -42],
                [-58 + i * 42, -26],
              ],
              '#cf3f33',
            ),
          ) +
          rect(-66, -92, 7, 92, '#7d8085') +
          rect(59, -92, 7, 92, '#7d8085') +
          rect(-84, -5, 42, 9, '#33343a', 'rx="3"') +
          rect(42, -5, 42, 9, '#33343a', 'rx="3"') +
          ellipse(62, -100, 11, 11, '#f2b233') +
          ellipse(59, -103, 4, 4, '#fff3c8'),
        `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
      )
    const floor = street(random, light, -2.1) + dapple(random, light) + pit + heap
    if (!broken)
      return (
        floor +
        shadow(light, 250, 372, 120, 12) +
        barrier(250, 372, 1.2, 0) +
        shadow(light, 470, 372, 110, 12) +
        barrier(470, 372, 1.2, 0) +
        shadow(light, 380, 520, 190, 20) +
        barrier(250, 516, 1.7, 0) +
        barrier(540, 516, 1.7, 0)
      )
    return (
      floor +
      shadow(light, 250, 372, 120, 12) +
      barrier(240, 372, 1.2, random.int(-4, 4)) +
      shadow(light, 420, 520, 230, 30) +
      group(barrier(420, 560, 1.75, 0), `transform="translate(0 ${random.int(150, 170)}) skewX(${random.int(-34, -26)}) scale(1 .62)"`) +
      line([150, 540], [330, 500], '#d7402f', 5, 'opacity=".85"')
    )
  },
}

export const roadScenes = { pothole, sidewalk, zebra, ice, site }
