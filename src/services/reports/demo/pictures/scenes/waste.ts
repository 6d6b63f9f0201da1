import { dapple, shadow, trail } from '../floor.ts'
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

export const wasteScenes = { dump, bin, dogwaste }
