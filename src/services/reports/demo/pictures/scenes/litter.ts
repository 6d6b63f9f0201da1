import { dapple, shadow, street } from '../floor.ts'
import { darker, ellipse, group, line, mix, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

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

export const litterScenes = { glass, container, graffiti }
