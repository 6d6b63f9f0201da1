import { dapple, grass, shadow, slabs, street, trail } from '../floor.ts'
import { blob, darker, ellipse, ground, group, lighter, line, mix, patch, path, poly, rect, stroke, times } from '../paint.ts'
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

const fountain: Scene = {
  moods: ['noon', 'morning', 'evening'],
  backdrop: 'houses',
  alt: alt('Ein trockener Brunnen auf dem Platz', 'A dry fountain on the square', 'Der Brunnen sprudelt wieder', 'The fountain runs again'),
  paint: ({ random, light, broken }) => {
    const stone = mix('#cbb99c', light.slab, 0.4)
    const water = mix('#6fb3cf', light.sky[0], 0.35)
    const jet = (dx: number, height: number) =>
      stroke(`M400 180q${dx * 0.4} ${-height} ${dx} ${120}`, '#f2fbff', 4, 'opacity=".75"') +
      stroke(`M400 180q${dx * 0.44} ${-height * 0.9} ${dx} ${130}`, water, 3, 'opacity=".7"')
    const drop = () => ellipse(400 + random.int(-150, 150), random.int(180, 420), 2.4, 3.6, '#ffffff', 'opacity=".8"')
    const leaf = () =>
      path(blob(random, random.int(240, 560), random.int(396, 440), 10, 5, 0.4, 6), random.pick(['#a5733d', '#c89a4a', '#7c6a3d']))
    const basin =
      shadow(light, 410, 500, 330, 40) +
      path('M130 410L150 482Q400 548 650 482L670 410Z', stone) +
      path('M480 424L474 522Q590 510 650 482L670 410Z', darker(stone, 0.26)) +
      times(9, (i) =>
        line(
          [170 + i * 58, 452 + Math.sin((i / 8) * Math.PI) * 24],
          [174 + i * 56.5, 494 + Math.sin((i / 8) * Math.PI) * 24],
          darker(stone, 0.24),
          2,
        ),
      ) +
      ellipse(400, 410, 272, 62, lighter(stone, 0.25)) +
      ellipse(400, 410, 244, 50, broken ? darker(stone, 0.36) : water) +
      (broken
        ? ellipse(400, 418, 220, 38, mix('#8d8672', light.shadow, 0.14)) +
          stroke('M250 420l40 12l22 -8l30 16M470 436l34 -14l40 6', darker(stone, 0.55), 2.4) +
          times(18, leaf)
        : times(
            7,
            (i) =>
              `<ellipse cx="${320 + i * 28}" cy="${404 + (i % 3) * 12}" rx="${26 + i * 3}" ry="6" fill="none" stroke="#ffffff" stroke-width="2" opacity=".55"/>`,
          ))
    const column =
      path('M374 410L384 250H416L426 410Z', stone) +
      path('M404 250H416L426 410H410Z', darker(stone, 0.3)) +
      path('M318 232Q400 276 482 232L470 252Q400 284 330 252Z', darker(stone, 0.16)) +
      ellipse(400, 232, 84, 18, lighter(stone, 0.2)) +
      ellipse(400, 233, 70, 12, broken ? darker(stone, 0.4) : water) +
      path('M388 228Q378 196 400 178Q422 196 412 228Z', stone)
    return (
      slabs(random, light, -9, 9, 0.8) +
      dapple(random, light) +
      basin +
      column +
      (broken
        ? stroke('M340 252q-4 40 2 70M452 254q6 50 0 90', darker(stone, 0.3), 4, 'opacity=".5"')
        : [-170, -120, -60, 60, 120, 170].map((dx) => jet(dx, 120 - Math.abs(dx) * 0.3)).join('') + times(50, drop))
    )
  },
}

const stream: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt('Ein Bach mit Müll und Treibgut', 'A stream with rubbish and debris', 'Der saubere Bach', 'The clean stream'),
  paint: ({ random, light, broken }) => {
    const water = broken ? mix('#7d8a6c', light.sky[0], 0.3) : mix('#5fa0b8', light.sky[0], 0.4)
    const bed =
      path('M372 256Q440 300 340 360T250 600H640Q660 470 560 400T446 256Z', darker(light.grass, 0.42)) +
      path('M380 256Q452 304 356 366T280 600H610Q632 480 536 404T438 256Z', water)
    const gleam = () => {
      const y = random.int(300, 590)
      const x = 400 + random.int(-70, 120) * (y / 520)
      return stroke(
        `M${x.toFixed(0)} ${y}q${random.int(14, 40)} ${random.int(-5, 5)} ${random.int(30, 90)} 0`,
        '#ffffff',
        random.between(1.5, 4),
        `opacity="${broken ? 0.24 : 0.5}"`,
      )
    }
    const reed = (x: number, y: number) =>
      times(7, (i) =>
        stroke(
          `M${x + i * 6} ${y}q${random.int(-10, 10)} -50 ${random.int(-22, 22)} ${-random.int(70, 120)}`,
          random.pick([...light.leaf, '#93a350']),
          4,
        ),
      ) + times(2, (i) => rect(x + 8 + i * 16, y - random.int(110, 130), 7, 30, '#6b4a2c', 'rx="3.5"'))
    const stone = (x: number, y: number, size: number) =>
      ellipse(x, y + size * 0.3, size * 1.1, size * 0.4, light.shadow, 'opacity=".3"') +
      path(blob(random, x, y, size, size * 0.62, 0.2, 9), '#a39d92') +
      path(blob(random, x - size * 0.2, y - size * 0.2, size * 0.5, size * 0.26, 0.2, 7), '#cbc6ba')
    const trolley =
      shadow(light, 450, 502, 130, 16) +
      group(
        stroke('M-90 -90L-60 0H70L96 -70Z', '#8c9298', 7) +
          times(6, (i) => line([-80 + i * 29, -86 + i * 2], [-54 + i * 22, -2], '#aeb4b9', 3)) +
          times(3, (i) => line([-82 + i * 9, -66 + i * 24], [90 - i * 8, -52 + i * 20], '#aeb4b9', 3)) +
          stroke('M-90 -90L-126 -112', '#c9473b', 10) +
          ellipse(-44, 20, 13, 13, '#33363a') +
          ellipse(56, 20, 13, 13, '#33363a'),
        `transform="translate(450 478) rotate(${random.int(14, 26)})"`,
      ) +
      path('M330 520Q450 500 590 516L600 560Q450 540 320 566Z', water, 'opacity=".8"')
    const litter =
      times(15, () =>
        path(
          blob(random, 400 + random.int(-60, 150), random.int(400, 580), random.int(8, 20), random.int(4, 9), 0.35, 7),
          random.pick(['#f0ece0', '#3f78b4', '#c94a3b', '#d9b14c', '#6d5a3f']),
        ),
      ) +
      stroke('M340 470q70 -30 190 -6', '#6a5137', 11) +
      stroke('M400 452q50 -40 90 -44', '#6a5137', 6)
    const duck = (x: number, y: number) =>
      ellipse(x, y + 10, 36, 5, '#ffffff', 'opacity=".5"') +
      path(`M${x - 34} ${y}q6 18 34 16t36 -20q-14 6 -24 -2t-46 6Z`, '#8d7257') +
      ellipse(x - 28, y - 14, 12, 11, '#2f6b4a') +
      poly(
        [
          [x - 38, y - 14],
          [x - 54, y - 9],
          [x - 38, y - 8],
        ],
        '#e0a531',
      )
    return (
      grass(random, light) +
      dapple(random, light) +
      bed +
      times(15, gleam) +
      reed(250, 430) +
      reed(610, 452) +
      stone(300, 560, 36) +
      stone(600, 590, 44) +
      stone(352, 378, 16) +
      (broken ? litter + trolley : duck(470, 470) + duck(410, 520))
    )
  },
}

const gully: Scene = {
  moods: ['overcast', 'morning', 'evening'],
  backdrop: 'houses',
  alt: alt('Wasser steht über einem verstopften Gully', 'Water stands above a blocked drain', 'Der freie Gully', 'The clear drain'),
  paint: ({ random, light, broken }) => {
    const floor = street(random, light, -0.75) + dapple(random, light)
    const grate =
      patch(-0.5, 0.5, 2.6, 3.5, '#2b2a2e') +
      patch(-0.46, 0.46, 2.66, 3.44, '#6d6a6c') +
      times(8, (i) => patch(-0.4 + i * 0.105, -0.34 + i * 0.105, 2.72, 3.38, '#17161a')) +
      patch(-0.46, 0.46, 2.98, 3.04, '#6d6a6c')
    if (!broken)
      return (
        floor +
        grate +
        times(12, () => {
          const [x, y] = ground(random.between(-0.7, 1.6), random.between(2.4, 4.6))
          return ellipse(x, y, random.int(10, 40), random.int(2, 6), light.sky[0], 'opacity=".16"')
        })
      )
    const sky = mix(light.sky[0], '#66707a', 0.34)
    const pool = blob(random, 420, 452, 330, 108, 0.2, 18)
    const ripple = (i: number) =>
      `<ellipse cx="${300 + i * 56}" cy="${430 + (i % 3) * 30}" rx="${40 + i * 5}" ry="${8 + i}" fill="none" stroke="#ffffff" stroke-width="1.8" opacity=".4"/>`
    const mirror = times(5, (i) =>
      rect(170 + i * 105, 380, 74, random.int(40, 74), mix(random.pick(light.walls), sky, 0.62), 'opacity=".55"'),
    )
    const leaf = () =>
      path(
        blob(random, 400 + random.int(-190, 190), 450 + random.int(-56, 70), random.int(8, 17), random.int(4, 8), 0.4, 6),
        random.pick(['#8a5a2f', '#b9803c', '#6d5a34', '#d0a04c', '#59622f']),
      )
    return (
      floor +
      path(pool, darker(light.asphalt, 0.4), 'transform="translate(0 5)"') +
      path(pool, sky) +
      `<clipPath id="pool"><path d="${pool}"/></clipPath>` +
      group(mirror, 'clip-path="url(#pool)" filter="url(#soft)"') +
      group(grate, 'opacity=".3"') +
      times(6, ripple) +
      path(blob(random, 400, 458, 130, 40, 0.3, 12), '#5d4a2f', 'opacity=".55"') +
      times(56, leaf) +
      ellipse(250, 424, 90, 9, '#ffffff', 'opacity=".3"')
    )
  },
}

export const placeScenes = { swing, net, bench, fountain, stream, gully }
