import { dapple, grass, shadow, slabs, street } from '../floor.ts'
import { blob, darker, ellipse, ground, group, lighter, line, mix, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

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

export const waterScenes = { fountain, stream, gully }
