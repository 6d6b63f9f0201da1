import { crown } from '../backdrop.ts'
import { asphalt, dapple, shadow, slabs, street, trail } from '../floor.ts'
import { blob, darker, ellipse, ground, group, lighter, line, mix, n, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, type Scene } from '../scene.ts'

const tree: Scene = {
  moods: ['overcast', 'morning', 'evening'],
  backdrop: 'houses',
  alt: alt(
    'Ein umgestürzter Baum liegt über der Straße',
    'A fallen tree lies across the street',
    'Die freie Straße mit einem jungen Baum',
    'The cleared street with a young tree',
  ),
  paint: ({ random, light, broken }) => {
    const bark = '#6a5241'
    const floor =
      street(random, light, -1.6) +
      times(3, (i) => patch(1.5, 1.62, 2 + i * 2.4, 3.3 + i * 2.4, '#efeae0', 'opacity=".7"')) +
      dapple(random, light)
    const leaf = () => random.pick(light.leaf)
    if (!broken)
      return (
        floor +
        shadow(light, 130, 402, 70, 12) +
        path(blob(random, 124, 400, 62, 16, 0.15), '#5d4936') +
        line([124, 400], [124, 200], bark, 9) +
        line([108, 400], [108, 280], '#b08d5e', 6) +
        line([140, 400], [140, 280], '#b08d5e', 6) +
        line([108, 300], [140, 296], '#e8e0c8', 4) +
        crown(random, light, 124, 180, 74) +
        times(10, () => ellipse(random.int(280, 720), random.int(380, 570), 5, 3, leaf(), 'opacity=".8"'))
      )
    const clump = (x: number, y: number, size: number) => {
      const green = mix(leaf(), light.leaf[2] ?? '#4d7a47', 0.55)
      const dab = () => {
        const [dx, dy] = [random.between(-0.8, 0.7) * size, random.between(-0.7, 0.5) * size]
        return path(
          blob(random, x + dx, y + dy, size * 0.2, size * 0.11, 0.5, 5),
          random.chance(0.6) ? lighter(green, 0.14) : darker(green, 0.4),
        )
      }
      return (
        path(blob(random, x, y, size * 1.1, size * 0.86, 0.5, 15), darker(green, 0.34)) +
        path(blob(random, x - size * 0.12, y - size * 0.18, size * 0.86, size * 0.6, 0.55, 13), green) +
        path(blob(random, x - size * 0.2, y - size * 0.36, size * 0.5, size * 0.28, 0.55, 9), lighter(green, 0.1)) +
        times(5, dab)
      )
    }
    const twig = () => {
      const [x, y] = [random.int(420, 780), random.int(300, 520)]
      return stroke(
        `M${x} ${y}q${random.int(-20, 20)} ${random.int(-40, -10)} ${random.int(-10, 50)} ${random.int(-60, -20)}`,
        darker(bark, 0.2),
        3,
      )
    }
    const trunk =
      path('M60 420C200 396 360 404 520 366L640 330L648 352L540 408C400 452 220 470 74 476Z', bark) +
      path('M70 458C220 452 400 432 540 392L648 346L648 352L540 408C400 452 220 470 74 476Z', darker(bark, 0.42)) +
      times(7, (i) =>
        stroke(
          `M${120 + i * 60} ${418 + random.int(-4, 24)}q40 ${random.int(-10, 2)} 90 ${random.int(-16, -6)}`,
          darker(bark, 0.3),
          2.4,
          'opacity=".7"',
        ),
      )
    const plate =
      path(blob(random, 66, 430, 62, 104, 0.22, 14), '#4e3a2a') +
      path(blob(random, 56, 430, 42, 78, 0.3, 12), '#6c5139') +
      times(12, () => {
        const y = random.int(330, 530)
        return stroke(
          `M66 ${y}q${random.int(-50, -20)} ${random.int(-30, 30)} ${random.int(-80, -40)} ${random.int(-40, 40)}`,
          '#3d2c20',
          random.between(2, 6),
        )
      })
    return (
      floor +
      shadow(light, 400, 476, 420, 40) +
      times(12, twig) +
      times(7, () => clump(random.int(500, 800), random.int(300, 370), random.int(56, 84))) +
      trunk +
      plate +
      times(9, (i) => clump(480 + i * 40 + random.int(-14, 14), random.int(390, 470), random.int(48, 80))) +
      times(26, () => {
        const [x, y] = [random.int(200, 780), random.int(440, 580)]
        return path(blob(random, x, y, 9, 5, 0.4, 6), leaf())
      })
    )
  },
}

const hedge: Scene = {
  moods: ['noon', 'morning', 'evening'],
  backdrop: 'houses',
  alt: alt('Eine Hecke wächst über den Gehweg', 'A hedge grows over the pavement', 'Die geschnittene Hecke', 'The trimmed hedge'),
  paint: ({ random, light, broken }) => {
    const near = broken ? 2.3 : 0.55
    const leafy = (x: number, z: number, y: number, size: number) => {
      const [px, py] = ground(x, z, y)
      const green = random.pick(light.leaf)
      const r = (size * 470) / z
      return (
        path(blob(random, px, py, r, r * 0.85, 0.3, 8), darker(green, 0.3)) +
        path(blob(random, px - r * 0.1, py - r * 0.2, r * 0.66, r * 0.5, 0.35, 7), green) +
        path(blob(random, px - r * 0.2, py - r * 0.36, r * 0.3, r * 0.2, 0.4, 6), lighter(green, 0.24))
      )
    }
    const rows = times(8, (i) => {
      const z = 9.2 - i * 0.95
      return times(4, (k) =>
        leafy(
          -2.5 + (broken ? random.between(-0.2, near * (0.25 + k * 0.16)) : 0.1),
          z + random.between(-0.2, 0.2),
          broken ? 0.2 + k * 0.42 : 0.2 + k * 0.3,
          broken ? 0.42 : 0.32,
        ),
      )
    })
    const side = [ground(-1.95, 1.9), ground(-1.95, 10), ground(-1.95, 10, 0.95), ground(-1.95, 1.9, 0.95)]
    const crest = [ground(-1.95, 1.9, 0.95), ground(-1.95, 10, 0.95), ground(-2.9, 10, 0.95), ground(-2.9, 1.9, 0.95)]
    const green = light.leaf[0] ?? '#5c9148'
    const tidy =
      poly(side, darker(green, 0.22)) + poly(side, 'url(#blades)') + poly(crest, lighter(green, 0.08)) + poly(crest, 'url(#blades)')
    const thorn = broken
      ? times(8, (i) => {
          const [x, y] = ground(-1.1 + random.between(0, 0.7), 2.6 + i * 0.6, random.between(0.2, 1.2))
          return (
            stroke(
              `M${(x - 60).toFixed(0)} ${y.toFixed(0)}q40 ${random.int(-40, -10)} ${random.int(70, 130)} ${random.int(10, 60)}`,
              darker(light.leaf[0] ?? '#445544', 0.3),
              3,
            ) + times(4, (k) => ellipse(x - 30 + k * 26, y - 12 + random.int(-10, 22), 9, 5, random.pick(light.leaf)))
          )
        })
      : ''
    return (
      street(random, light, 1.3) +
      dapple(random, light) +
      patch(-9, -1.9, 1.9, 16, darker(light.grass, 0.1)) +
      shadow(light, broken ? 130 : 60, 470, broken ? 230 : 150, 50) +
      (broken ? rows + thorn : tidy)
    )
  },
}

const weeds: Scene = {
  moods: ['noon', 'morning', 'evening'],
  backdrop: 'houses',
  alt: alt('Wildwuchs auf einem Grünstreifen', 'Wild growth on a green strip', 'Ein gepflegtes Blumenbeet', 'A tended flower bed'),
  paint: ({ random, light, broken }) => {
    const floor =
      street(random, light, 1.9) +
      dapple(random, light) +
      patch(-1.9, 1.2, 2.5, 5.6, broken ? '#7b6a4c' : '#5f4733') +
      patch(-1.9, 1.2, 2.5, 5.6, 'url(#grain)') +
      patch(-2, 1.3, 2.38, 2.5, '#b9b0a3') +
      patch(-2, 1.3, 2.3, 2.38, '#857d73')
    const stem = (z: number) => {
      const [x, y] = ground(random.between(-1.8, 1.1), z)
      const tall = random.int(120, 260) / (z / 2.4)
      const sway = random.int(-24, 24)
      const green = random.pick([...light.leaf, '#8e9a4a', '#a39a5a'])
      return (
        stroke(
          `M${x.toFixed(0)} ${y.toFixed(0)}q${sway} ${(-tall * 0.5).toFixed(0)} ${sway * 1.6} ${(-tall).toFixed(0)}`,
          darker(green, 0.2),
          7 / z,
        ) +
        times(4, (k) => {
          const reach = ((k % 2 ? 1 : -1) * random.int(80, 124)) / z
          const rise = -random.int(50, 110) / z
          return path(
            `M${n(x + sway * 0.3 * k)} ${n(y - tall * (0.1 + k * 0.2))}q${n(reach * 0.4)} ${n(rise * 1.2)} ${n(reach)} ${n(rise * 0.7)}q${n(-reach * 0.5)} ${n(-rise * 0.1)} ${n(-reach)} ${n(-rise * 0.7)}Z`,
            k % 3 ? green : lighter(green, 0.2),
          )
        }) +
        (random.chance(0.4) ? ellipse(x + sway * 1.6, y - tall, 20 / z, 16 / z, random.pick(['#9a6fb0', '#e3d9c0', '#d8b846'])) : '')
      )
    }
    const flower = (i: number) => {
      const z = 5.3 - (i % 6) * 0.52
      const [x, y] = ground(-1.7 + Math.floor(i / 6) * 0.42 + random.between(-0.06, 0.06), z)
      const size = (26 / z) * 1.9
      return (
        ellipse(x, y - size * 0.3, size * 1.5, size * 0.9, darker(light.grass, 0.25)) +
        times(4, (k) =>
          ellipse(
            x + (k - 1.5) * size * 0.6,
            y - size * (0.9 + (k % 2) * 0.4),
            size * 0.44,
            size * 0.4,
            random.pick(['#e25f4f', '#f0c145', '#d77fb0', '#f6efe2', '#8b6cc4']),
          ),
        )
      )
    }
    return broken ? floor + times(9, (i) => times(5, () => stem(5.4 - i * 0.33))) : floor + times(42, flower)
  },
}

const wasps: Scene = {
  moods: ['noon', 'evening'],
  backdrop: 'park',
  alt: alt('Ein Wespennest an einem Holzbalken', 'A wasp nest on a wooden beam', 'Der Balken ohne Nest', 'The beam without a nest'),
  paint: ({ random, light, broken }) => {
    const wood = '#a5754a'
    const beam = (x: number, y: number, width: number, height: number) =>
      rect(x, y, width, height, wood, 'rx="8"') +
      rect(x, y + height * 0.68, width, height * 0.32, darker(wood, 0.28), 'rx="8"') +
      times(5, (i) =>
        stroke(
          `M${x + 14} ${y + 10 + i * (height / 6)}q${width * 0.3} ${random.int(-6, 6)} ${width - 28} ${random.int(-5, 5)}`,
          darker(wood, 0.25),
          1.6,
          'opacity=".7"',
        ),
      )
    const frame =
      shadow(light, 420, 560, 340, 24) +
      rect(110, 90, 60, 480, darker(wood, 0.08), 'rx="8"') +
      rect(148, 90, 22, 480, darker(wood, 0.34), 'rx="8"') +
      rect(640, 90, 60, 480, darker(wood, 0.08), 'rx="8"') +
      rect(678, 90, 22, 480, darker(wood, 0.34), 'rx="8"') +
      (broken ? times(3, (i) => rect(170, 372 + i * 64, 470, 9, '#d0483c', 'rx="4" opacity=".9"')) : '') +
      beam(70, 80, 680, 78)
    const nest =
      shadow(light, 410, 168, 130, 20) +
      path(blob(random, 400, 246, 108, 112, 0.08, 14), '#b9a88c') +
      times(7, (i) =>
        stroke(
          `M${310 + i * 4} ${182 + i * 24}q46 ${22 + random.int(-4, 4)} 92 4t${86 - i * 5} ${random.int(-8, 4)}`,
          i % 2 ? '#8f7d63' : '#dccdb0',
          7,
          'opacity=".75"',
        ),
      ) +
      path(blob(random, 450, 262, 52, 86, 0.12, 10), '#7d6c56', 'opacity=".3"') +
      ellipse(396, 340, 20, 13, '#2d241c')
    const wasp = () => {
      const [x, y] = [random.int(220, 620), random.int(170, 500)]
      return group(
        ellipse(0, 0, 13, 6, '#e8b62c') +
          rect(-5, -6, 3.4, 12, '#231d14') +
          rect(2, -6, 3.4, 12, '#231d14') +
          ellipse(-13, 0, 5.4, 5, '#231d14') +
          ellipse(-1, -8, 9, 4, '#ffffff', 'opacity=".65"') +
          ellipse(4, -9, 8, 3.4, '#ffffff', 'opacity=".5"'),
        `transform="translate(${x} ${y}) rotate(${random.int(-60, 60)}) scale(${random.between(0.7, 1.25).toFixed(2)})"`,
      )
    }
    return (
      trail(random, light) +
      frame +
      (broken ? nest + times(15, wasp) : ellipse(400, 122, 26, 15, darker(wood, 0.2)) + ellipse(400, 122, 15, 9, lighter(wood, 0.2)))
    )
  },
}

const leaves: Scene = {
  moods: ['autumn'],
  backdrop: 'park',
  alt: alt('Ein Weg voller nassem Laub', 'A path full of wet leaves', 'Der gekehrte Weg', 'The swept path'),
  paint: ({ random, light, broken }) => {
    const leaf = () => {
      const z = random.between(2, 7.5)
      const [x, y] = ground(random.between(-1.6, 1.5) * (broken ? 1 : 3), z)
      if (!broken && Math.abs(x - 400) < (470 * 1.4) / z) return ''
      const r = 30 / z
      return path(
        `M${(x - r).toFixed(0)} ${y.toFixed(0)}q${r.toFixed(1)} ${(-r * random.between(0.6, 1)).toFixed(1)} ${(2 * r).toFixed(1)} ${(r * random.between(-0.5, 0.5)).toFixed(1)}q${(-r).toFixed(1)} ${(r * 0.9).toFixed(1)} ${(-2 * r).toFixed(1)} 0Z`,
        random.pick([...light.leaf, '#8a4a2b', '#e0b75a', '#6f4a2c']),
      )
    }
    const heap = (x: number, y: number, size: number) =>
      shadow(light, x, y + size * 0.36, size * 1.3, size * 0.26) +
      path(blob(random, x, y, size, size * 0.56, 0.2, 14), '#a5652f') +
      times(26, () =>
        path(
          blob(random, x + random.between(-0.8, 0.8) * size, y + random.between(-0.4, 0.35) * size, 12, 7, 0.4, 6),
          random.pick(light.leaf),
        ),
      )
    const way = slabs(random, light, -1.7, 1.6)
    return (
      asphalt(random, { ...light, asphalt: light.grass }) +
      way +
      dapple(random, light) +
      (broken
        ? times(260, leaf) + ellipse(430, 500, 120, 16, '#ffffff', 'opacity=".12"')
        : times(130, leaf) + heap(120, 430, 96) + heap(690, 400, 70))
    )
  },
}

export const greenScenes = { tree, hedge, weeds, wasps, leaves }
