import { dapple, shadow, street, trail } from '../floor.ts'
import { blob, darker, ellipse, group, line, mix, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

const dump: Scene = {
  moods: byDay,
  backdrop: 'wood',
  alt: alt(
    'Matratze, Reifen und Säcke am Wegrand',
    'A mattress, tyres and bags beside the path',
    'Der aufgeräumte Wegrand',
    'The cleared edge of the path',
  ),
  paint: ({ random, light, broken }) => {
    const floor = trail(random, light) + dapple(random, light)
    if (!broken) return floor
    const tyre = (x: number, y: number, size: number) =>
      shadow(light, x + 6, y + size * 0.5, size * 1.3, size * 0.4) +
      ellipse(x, y + size * 0.24, size, size * 0.5, '#1b1a1e') +
      rect(x - size, y - 2, size * 2, size * 0.26, '#1b1a1e') +
      ellipse(x, y, size, size * 0.5, '#35333a') +
      ellipse(x, y, size * 0.62, size * 0.3, '#4a474f') +
      ellipse(x, y + 3, size * 0.5, size * 0.23, '#131216') +
      times(10, (i) => line([x - size + i * size * 0.22, y + size * 0.12], [x - size + i * size * 0.22, y + size * 0.3], '#45424a', 1.6))
    const bag = (x: number, y: number, size: number, colour: string) =>
      shadow(light, x, y + size * 0.62, size * 1.1, size * 0.22) +
      path(blob(random, x, y, size, size * 0.8, 0.14, 10), colour) +
      path(blob(random, x + size * 0.3, y + size * 0.2, size * 0.6, size * 0.5, 0.2, 9), darker(colour, 0.3)) +
      path(`M${x - 8} ${y - size * 0.7}q8 -24 16 0Z`, darker(colour, 0.15)) +
      stroke(`M${x - size * 0.4} ${y - size * 0.3}q10 20 4 46M${x} ${y - size * 0.5}q14 30 6 60`, '#ffffff', 2.4, 'opacity=".28"')
    const lean = random.int(-16, -9)
    const mattress = group(
      rect(-130, -170, 260, 170, '#e9e2d2', 'rx="20"') +
        rect(-130, -40, 260, 40, '#cfc5b1', 'rx="16"') +
        times(12, (i) => ellipse(-98 + (i % 4) * 65, -142 + Math.floor(i / 4) * 42, 5, 4, '#b9ad97')) +
        times(4, (i) => line([-122, -160 + i * 42], [122, -160 + i * 42], '#d7cdb9', 2)) +
        path(blob(random, 40, -80, 46, 30, 0.3), '#b8a06e', 'opacity=".45"') +
        path(blob(random, -60, -110, 26, 20, 0.3), '#9c8a68', 'opacity=".35"'),
      `transform="translate(330 440) rotate(${lean}) skewX(-8)"`,
    )
    return (
      floor +
      shadow(light, 360, 446, 210, 30) +
      mattress +
      bag(515, 420, 56, '#33608f') +
      tyre(610, 446, 62) +
      tyre(626, 414, 58) +
      tyre(250, 476, 66) +
      bag(440, 474, 62, '#2f2f37') +
      bag(556, 496, 44, '#3c6ea3') +
      times(14, () =>
        path(
          blob(random, random.int(180, 700), random.int(476, 560), random.int(5, 13), random.int(3, 7), 0.4, 6),
          random.pick(['#e8e4da', '#c9493b', '#d9b24c', '#6c93b4']),
        ),
      )
    )
  },
}

const bin: Scene = {
  moods: ['morning', 'noon', 'evening'],
  backdrop: 'park',
  alt: alt(
    'Ein überquellender Papierkorb',
    'An overflowing litter bin',
    'Ein geleerter, sauberer Papierkorb',
    'An emptied, clean litter bin',
  ),
  paint: ({ random, light, broken }) => {
    const x = 400 + random.int(-40, 40)
    const body = '#3f6b54'
    const paper = () => random.pick(['#f0ebe0', '#d8513f', '#e5b94e', '#7ba5c4', '#c59a68', '#f6f3ea'])
    const cup = (cx: number, cy: number, turn: number) =>
      group(
        path('M-13 -22H13L9 20H-9Z', '#f3efe6') + path('M-12 -6H12L10 8H-10Z', '#b5714a') + rect(-15, -27, 30, 7, '#6a4a38', 'rx="3"'),
        `transform="translate(${cx} ${cy}) rotate(${turn})"`,
      )
    const box = (cx: number, cy: number, turn: number) =>
      group(
        poly(
          [
            [-58, -8],
            [30, -22],
            [60, 2],
            [-30, 20],
          ],
          '#d9b98c',
        ) +
          poly(
            [
              [-30, 20],
              [60, 2],
              [60, 12],
              [-30, 31],
            ],
            '#a98659',
          ) +
          ellipse(0, -1, 20, 8, '#c0523c', 'opacity=".6"'),
        `transform="translate(${cx} ${cy}) rotate(${turn})"`,
      )
    const drum =
      shadow(light, x + 30, 500, 120, 20) +
      path(`M${x - 78} 280L${x - 64} 494Q${x} 520 ${x + 64} 494L${x + 78} 280Z`, body) +
      path(`M${x + 20} 280L${x + 18} 508Q${x + 50} 504 ${x + 64} 494L${x + 78} 280Z`, darker(body, 0.3)) +
      times(9, (i) => line([x - 66 + i * 16.5, 300], [x - 55 + i * 13.8, 494], darker(body, 0.35), 3)) +
      ellipse(x, 280, 80, 22, '#2c4a3b') +
      ellipse(x, 280, 68, 16, '#1d2a24')
    const heap =
      times(16, (i) =>
        path(
          blob(
            random,
            x - 60 + (i % 6) * 24,
            272 - Math.floor(i / 6) * 22 + random.int(-6, 6),
            random.int(17, 28),
            random.int(13, 21),
            0.4,
            7,
          ),
          paper(),
        ),
      ) +
      box(x - 16, 226, -12) +
      cup(x + 44, 232, 24) +
      cup(x - 48, 240, -18)
    const round =
      times(11, () =>
        path(blob(random, x + random.int(-220, 220), random.int(500, 566), random.int(10, 22), random.int(6, 12), 0.45, 7), paper()),
      ) +
      box(x - 150, 520, 8) +
      cup(x + 130, 518, 84) +
      cup(x + 190, 546, -70)
    const rim = `<ellipse cx="${x}" cy="280" rx="80" ry="22" fill="none" stroke="#5c8a70" stroke-width="8"/>`
    return (
      trail(random, light) +
      dapple(random, light) +
      drum +
      (broken ? heap : '') +
      (broken ? path(`M${x - 80} 280A80 22 0 0 0 ${x + 80} 280L${x + 76} 300Q${x} 326 ${x - 76} 300Z`, '#4f7d64') : rim) +
      (broken ? round : '')
    )
  },
}

const dogwaste: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt(
    'Ein leerer Spender für Hundebeutel',
    'An empty dispenser for dog waste bags',
    'Der Spender ist gefüllt',
    'The dispenser is full',
  ),
  paint: ({ random, light, broken }) => {
    const x = 420 + random.int(-50, 40)
    const dog = path(
      `M${x - 44} 246q4 -14 18 -14h26q4 -18 18 -18q4 0 6 6l14 4q-2 12 -14 12q-4 10 -10 14v22h-8v-18h-24v18h-8v-22q-14 -2 -18 -4Z`,
      '#f3efe2',
    )
    const pile = (px: number, py: number, size: number) =>
      shadow(light, px + 4, py + size * 0.5, size * 1.5, size * 0.4) +
      ellipse(px, py + size * 0.3, size * 1.1, size * 0.42, '#4a3020') +
      ellipse(px + 2, py, size * 0.8, size * 0.38, '#5d3d28') +
      ellipse(px - 1, py - size * 0.3, size * 0.45, size * 0.3, '#6e4a32') +
      ellipse(px - size * 0.3, py - size * 0.1, size * 0.2, size * 0.1, '#a07a5c', 'opacity=".6"')
    const bags = times(3, (i) =>
      path(
        `M${x - 16 + i * 8} 322q${-8 + i * 6} 40 ${-6 + i * 6} 66h22q6 -30 2 -66Z`,
        mix('#c9403a', '#f0968f', i * 0.25),
        'opacity=".92"',
      ),
    )
    return (
      trail(random, light) +
      dapple(random, light) +
      shadow(light, x + 30, 516, 90, 13) +
      rect(x - 8, 180, 16, 338, '#6d7f72') +
      rect(x + 2, 180, 6, 338, '#505f55') +
      rect(x - 62, 196, 124, 84, '#2f7d5b', 'rx="10"') +
      dog +
      rect(x - 56, 292, 112, 60, broken ? '#8d9490' : '#a9b2ad', 'rx="8"') +
      rect(x - 34, 314, 68, 14, '#23282b', 'rx="7"') +
      (broken
        ? stroke(`M${x - 40} 300l18 10M${x + 20} 340l24 6`, '#5f6663', 3) +
          pile(x - 150, 500, 26) +
          pile(x + 150, 540, 34) +
          pile(x - 60, 566, 24)
        : bags)
    )
  },
}

const glass: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt('Glasscherben auf dem Weg', 'Broken glass on the path', 'Der gekehrte Weg', 'The swept path'),
  paint: ({ random, light, broken }) => {
    const floor = street(random, light, 1.4) + dapple(random, light)
    if (!broken) return floor
    const shard = () => {
      const [x, y] = [random.int(180, 620), random.int(400, 560)]
      const size = random.between(6, 30) * (y / 520)
      const colour = random.pick(['#5f8f4a', '#7fae62', '#3f6f3c', '#a3c98a'])
      const angle = random.between(0, 6)
      const corner = (turn: number, reach: number) =>
        [x + Math.cos(angle + turn) * size * reach, y + Math.sin(angle + turn) * size * reach * 0.5] as const
      return (
        ellipse(x + 3, y + size * 0.3, size, size * 0.26, light.shadow, 'opacity=".3"') +
        poly([corner(0, 1), corner(2, 0.8), corner(4.2, 1)], colour, 'opacity=".85"') +
        line(corner(0, 0.9), corner(2, 0.7), '#f6ffe8', 1.6, 'opacity=".9"')
      )
    }
    const bottle =
      shadow(light, 400, 470, 120, 18) +
      group(
        path('M-96 -22H-10Q18 -20 34 -9H86V9H34Q18 20 -10 22H-84L-92 10L-82 4L-98 -6Z', '#4b7a40') +
          path('M-92 -16H-10Q18 -14 34 -6H84V-3H34Q14 -10 -10 -10H-90Z', '#a7d18d', 'opacity=".7"') +
          rect(-66, -22, 48, 44, '#efe3c2') +
          rect(-66, -8, 48, 10, '#b64a39') +
          rect(80, -11, 12, 22, '#39602f', 'rx="3"'),
        `transform="translate(400 456) rotate(${random.int(-16, 14)}) scale(1.25)"`,
      )
    return floor + times(36, shard) + bottle + times(14, shard)
  },
}

const container: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'Überfüllte Container mit Kartons davor',
    'Overfull containers with boxes in front',
    'Die geleerten Container',
    'The emptied containers',
  ),
  paint: ({ random, light, broken }) => {
    const bank = (x: number, colour: string) =>
      shadow(light, x + 10, 446, 130, 20) +
      path(`M${x - 92} 256Q${x - 88} 190 ${x} 186T${x + 92} 256L${x + 84} 440H${x - 84}Z`, colour) +
      path(`M${x + 34} 190Q${x + 88} 200 ${x + 92} 256L${x + 84} 440H${x + 40}Z`, darker(colour, 0.24)) +
      ellipse(x - 20, 268, 30, 24, '#1c1f22') +
      ellipse(x - 20, 264, 34, 26, 'none', `stroke="${darker(colour, 0.4)}" stroke-width="6"`) +
      rect(x - 60, 330, 92, 50, '#f3efe4', 'rx="6"') +
      times(3, (i) => rect(x - 50, 340 + i * 12, 72 - i * 14, 5, '#8f8a80', 'rx="2"')) +
      rect(x - 84, 430, 24, 16, '#33363a') +
      rect(x + 60, 430, 24, 16, '#33363a') +
      path(`M${x - 76} 236Q${x - 60} 206 ${x - 20} 200Q${x - 60} 220 ${x - 66} 300Z`, '#ffffff', 'opacity=".22"')
    const carton = (x: number, y: number, size: number) =>
      shadow(light, x, y + 4, size * 1.2, size * 0.24) +
      poly(
        [
          [x - size, y - size * 0.9],
          [x + size * 0.3, y - size * 0.8],
          [x + size * 0.3, y + 4],
          [x - size, y - 4],
        ],
        '#c99e68',
      ) +
      poly(
        [
          [x + size * 0.3, y - size * 0.8],
          [x + size, y - size * 0.95],
          [x + size, y - 10],
          [x + size * 0.3, y + 4],
        ],
        '#a67c4c',
      ) +
      poly(
        [
          [x - size, y - size * 0.9],
          [x - size * 0.3, y - size * 1.1],
          [x + size, y - size * 0.95],
          [x + size * 0.3, y - size * 0.8],
        ],
        '#7c5a36',
      ) +
      line([x - size * 0.4, y - size * 0.85], [x - size * 0.4, y - 2], '#e5c894', 4, 'opacity=".6"')
    const bottles = times(9, (i) =>
      group(
        path('M-9 0V-40Q-9 -52 -4 -58V-76H4V-58Q9 -52 9 -40V0Z', random.pick(['#4f7d45', '#7c5a35', '#b7cbb7'])) +
          rect(-9, -34, 18, 16, '#efe5cc') +
          rect(-5, -40, 2.5, 34, '#ffffff', 'opacity=".4"'),
        `transform="translate(${150 + i * 28} ${486 + (i % 3) * 10})"`,
      ),
    )
    return (
      street(random, light, 4) +
      dapple(random, light) +
      bank(210, '#4d7f53') +
      bank(410, '#3f6c9c') +
      bank(610, '#b9a14a') +
      (broken
        ? carton(480, 500, 62) +
          carton(620, 520, 74) +
          carton(560, 452, 44) +
          carton(404, 268, 34) +
          bottles +
          shadow(light, 690, 548, 60, 9) +
          poly(
            [
              [640, 556],
              [720, 536],
              [762, 550],
              [684, 572],
            ],
            '#d5ad78',
          )
        : '')
    )
  },
}

const graffiti: Scene = {
  moods: byDay,
  backdrop: 'wall',
  alt: alt('Eine besprühte Mauer', 'A wall with graffiti', 'Die gereinigte Mauer', 'The cleaned wall'),
  paint: ({ random, light, broken }) => {
    const brick = mix('#c58f6c', light.walls[0] ?? '#c0a080', 0.4)
    const bricks = times(132, (i) => {
      const row = Math.floor(i / 11)
      const left = (i % 11) * 78 - (row % 2) * 39 - 10
      return rect(
        left,
        50 + row * 30,
        75,
        27,
        mix(brick, random.pick([darker(brick, 0.16), '#e2b592', '#a86f52']), random.between(0, 0.5)),
        'rx="1.5"',
      )
    })
    const top = rect(0, 30, 800, 22, '#a79c8e') + rect(0, 48, 800, 8, light.shadow, 'opacity=".4"')
    const colours = random.pick([
      ['#2a9dbb', '#f2d13c', '#16324a'],
      ['#d8417f', '#f6e7b4', '#3b1838'],
      ['#5aa944', '#f4f1dc', '#173a24'],
    ] as const)
    const loop = `M170 ${300 + random.int(-14, 14)}c-20 -130 90 -150 100 -60s-90 110 -40 20s140 -110 130 10s-90 90 -50 -10s150 -120 150 -10s-100 100 -50 10s160 -90 150 0`
    const drips = times(6, () => {
      const x = random.int(190, 600)
      return line([x, 320], [x, 350 + random.int(0, 60)], colours[0], 5)
    })
    const tag =
      stroke(loop, colours[2], 46) +
      stroke(loop, colours[0], 34) +
      stroke(loop, colours[1], 9, 'opacity=".9" transform="translate(-4 -7)"') +
      drips +
      stroke('M560 150l30 -36l8 44l34 -30M120 180q30 -40 52 0t40 -6', '#1c1c22', 7, 'opacity=".85"') +
      path('M650 300c-20 -30 -60 0 0 44c60 -44 20 -74 0 -44Z', '#c8342f')
    const clean = rect(140, 110, 540, 270, lightened(brick), 'opacity=".2" rx="30"')
    return (
      rect(0, 0, 800, 600, light.sky[0]) +
      rect(0, 40, 800, 372, darker(brick, 0.28)) +
      bricks +
      rect(0, 50, 800, 362, 'url(#grain)') +
      top +
      (broken ? tag : clean) +
      rect(0, 396, 800, 204, light.slab) +
      rect(0, 396, 800, 204, 'url(#grain)') +
      times(9, (i) => line([400 + (i - 4) * 90, 410], [400 + (i - 4) * 190, 600], darker(light.slab, 0.3), 1.6)) +
      times(3, (i) => line([0, 436 + i * 52], [800, 436 + i * 52], darker(light.slab, 0.3), 1.6)) +
      rect(0, 396, 800, 26, light.shadow, `opacity="${light.shadowStrength}"`) +
      poly(
        [
          [0, 50],
          [260, 50],
          [60, 396],
          [0, 396],
        ],
        light.shadow,
        `opacity="${light.shadowStrength * 0.4}"`,
      )
    )
  },
}

const lightened = (colour: string) => mix(colour, '#ffffff', 0.6)

export const wasteScenes = { dump, bin, dogwaste, glass, container, graffiti }
