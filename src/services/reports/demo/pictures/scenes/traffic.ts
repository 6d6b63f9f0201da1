import { dapple, shadow, slabs, street } from '../floor.ts'
import { blob, darker, ellipse, ground, group, lighter, line, mix, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

const scooter: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'E-Roller liegen quer auf dem Gehweg',
    'E-scooters lie across the pavement',
    'E-Roller stehen geordnet am Rand',
    'E-scooters stand in order at the edge',
  ),
  paint: ({ random, light, broken }) => {
    const colour = random.pick(['#3fb08a', '#e2683c', '#7a5fc0', '#e0b02f'])
    const wheel = (x: number, y: number) =>
      ellipse(x, y, 27, 27, '#1d1e22') + ellipse(x, y, 15, 15, '#6f747a') + ellipse(x, y, 6, 6, '#2b2d31')
    const one = (transform: string) =>
      group(
        wheel(-96, -26) +
          wheel(92, -26) +
          path('M-92 -44H30Q52 -44 60 -62L70 -58Q60 -30 34 -30H-92Z', '#2e3036') +
          rect(-80, -50, 106, 8, colour, 'rx="3"') +
          stroke('M88 -30L64 -218', '#3a3d44', 12) +
          stroke('M86 -48L66 -206', colour, 6) +
          stroke('M34 -226L92 -216', '#26282d', 10) +
          ellipse(64, -226, 9, 9, '#dfe3e6') +
          rect(56, -192, 26, 34, '#26282d', 'rx="5"') +
          stroke('M-112 -58q18 -10 34 2', '#2e3036', 7),
        `transform="${transform}"`,
      )
    const floor =
      slabs(random, light, -7, 2.2) +
      patch(2.2, 12, 1.9, 16, light.asphalt) +
      patch(2.2, 12, 1.9, 16, 'url(#grain)') +
      patch(2.2, 2.34, 1.9, 16, lighter(light.slab, 0.3)) +
      times(7, (i) => patch(-0.36, -0.06, 2 + i * 0.85, 2.75 + i * 0.85, '#efe9dc', 'opacity=".75"')) +
      dapple(random, light)
    if (!broken)
      return (
        floor +
        [0, 1, 2]
          .map(
            (i) =>
              shadow(light, 632 - i * 14, 420 + i * 40, 90, 10) +
              one(`translate(${640 - i * 18} ${420 + i * 44}) scale(${0.66 + i * 0.12})`),
          )
          .join('')
      )
    return (
      floor +
      shadow(light, 260, 400, 130, 14) +
      one('translate(250 398) scale(.74)') +
      shadow(light, 420, 480, 230, 26) +
      one(`translate(450 486) rotate(${random.int(-9, -2)}) skewX(38) scale(1.12 .46)`) +
      shadow(light, 350, 556, 220, 20) +
      one(`translate(330 556) rotate(${random.int(4, 12)}) skewX(-40) scale(-1.28 .5)`)
    )
  },
}

const wreck: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'Ein verlassenes Auto mit platten Reifen',
    'An abandoned car with flat tyres',
    'Der frei gewordene Platz',
    'The space is free again',
  ),
  paint: ({ random, light, broken }) => {
    const paint = random.pick(['#6f8796', '#9a6b58', '#8c8a5f', '#7d6f86'])
    const floor =
      street(random, light, -1.7) +
      times(3, (i) => patch(-1.2 + i * 2.4, -1.13 + i * 2.4, 2.7, 4.9, '#efeae0', 'opacity=".7"')) +
      dapple(random, light)
    if (!broken) return floor + path(blob(random, 420, 430, 100, 16, 0.3), light.shadow, 'opacity=".22"')
    const wheel = (x: number) =>
      path(`M${x - 58} 452Q${x - 60} 372 ${x} 370T${x + 58} 452Z`, '#17181b') +
      ellipse(x, 424, 44, 40, '#232428') +
      path(`M${x - 48} 436Q${x} 482 ${x + 48} 436L${x + 54} 462H${x - 54}Z`, '#232428') +
      ellipse(x, 420, 25, 24, '#85817a') +
      ellipse(x, 420, 9, 9, '#44423f') +
      times(5, (i) => line([x, 420], [x + Math.cos(i * 1.257) * 21, 420 + Math.sin(i * 1.257) * 21], '#5a5752', 4))
    const body =
      path('M84 404Q78 340 130 324L218 306Q268 220 330 214H480Q540 216 590 304L680 322Q722 336 720 404L716 430H88Z', paint) +
      path('M88 380Q300 396 720 378L716 430H88Z', darker(paint, 0.36)) +
      path('M236 304Q276 236 330 232H386V302Z', '#3c4852') +
      path('M404 302V232H474Q520 236 558 300Z', '#3c4852') +
      stroke('M250 296l60 -50M300 300l60 -60', '#aeb9bf', 5, 'opacity=".4"') +
      path('M440 262l14 -22l6 24l22 -8l-12 20l24 12l-26 4l2 16l-18 -12l-16 14l2 -22l-22 -6Z', '#1b2126') +
      stroke('M454 270l-40 -30M460 276l66 -26M452 284l-26 16M462 286l50 10', '#cfd6d9', 1.6) +
      line([395, 306], [395, 414], darker(paint, 0.4), 3) +
      rect(350, 330, 30, 8, darker(paint, 0.45), 'rx="3"') +
      ellipse(106, 352, 18, 13, '#e8ddba') +
      rect(694, 340, 22, 26, '#9b3a30', 'rx="4"') +
      rect(84, 396, 60, 12, darker(paint, 0.5)) +
      rect(60, 408, 110, 15, '#4b4e52', 'rx="7" transform="rotate(9 60 408)"')
    const rust = times(13, () =>
      path(
        blob(random, random.int(110, 690), random.int(318, 424), random.int(10, 34), random.int(6, 15), 0.45, 8),
        random.pick(['#8a4b2c', '#a4592f', '#74402a']),
        'opacity=".75"',
      ),
    )
    const moss = times(10, () =>
      path(blob(random, random.int(230, 560), random.int(290, 308), random.int(14, 30), 5, 0.4, 8), '#6d7f45', 'opacity=".7"'),
    )
    const tuft = (x: number) =>
      times(7, (i) =>
        stroke(
          `M${x + i * 5} 464q${random.int(-8, 8)} -22 ${random.int(-14, 14)} -${random.int(26, 52)}`,
          darker(light.grass, random.between(0, 0.3)),
          3.4,
        ),
      )
    return (
      floor +
      shadow(light, 404, 462, 390, 34) +
      group(body + rust + moss, `transform="rotate(${random.int(-2, 1)} 400 430)"`) +
      wheel(212) +
      wheel(592) +
      tuft(150) +
      tuft(280) +
      tuft(520) +
      tuft(650) +
      rect(330, 318, 34, 26, '#e8672f', 'rx="2" opacity=".95"') +
      line([336, 326], [358, 326], '#5b2412', 2) +
      line([336, 333], [352, 333], '#5b2412', 2)
    )
  },
}

const shelter: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt(
    'Ein Wartehäuschen mit zersprungener Scheibe',
    'A bus shelter with a shattered pane',
    'Das Wartehäuschen mit neuer Scheibe',
    'The bus shelter with a new pane',
  ),
  paint: ({ random, light, broken }) => {
    const steel = '#4d5b63'
    const glass = mix('#bfe0e4', light.sky[0], 0.3)
    const pane = (x: number, width: number) =>
      rect(x, 150, width, 290, glass, 'opacity=".42"') +
      poly(
        [
          [x + width * 0.2, 150],
          [x + width * 0.46, 150],
          [x + width * 0.1, 440],
          [x, 440],
          [x, 330],
        ],
        '#ffffff',
        'opacity=".26"',
      )
    const [cx, cy] = [random.int(400, 440), random.int(240, 300)]
    const jag = Array.from({ length: 17 }, (_, i) => {
      const angle = (i / 17) * Math.PI * 2
      const reach = i % 2 ? 0.62 : 1
      return [
        Math.max(336, Math.min(500, cx + Math.cos(angle) * 96 * reach)),
        Math.max(156, Math.min(434, cy + Math.sin(angle) * 112 * reach)),
      ] as const
    })
    const cracks = times(15, (i) => {
      const angle = i * 0.42
      const [ex, ey] = [Math.max(332, Math.min(504, cx + Math.cos(angle) * 180)), Math.max(152, Math.min(438, cy + Math.sin(angle) * 190))]
      return stroke(
        `M${(cx + Math.cos(angle) * 60).toFixed(0)} ${(cy + Math.sin(angle) * 64).toFixed(0)}L${((cx + ex) / 2 + random.int(-12, 12)).toFixed(0)} ${((cy + ey) / 2 + random.int(-12, 12)).toFixed(0)}L${ex.toFixed(0)} ${ey.toFixed(0)}`,
        '#ffffff',
        1.7,
        'opacity=".9"',
      )
    })
    const hole = `<path d="M332 150H506V440H332Z M${jag.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z" fill="${glass}" fill-rule="evenodd" opacity=".62"/>`
    const shards = times(46, () => {
      const [x, y] = [random.int(300, 560), random.int(446, 540)]
      const size = random.int(4, 14)
      return poly(
        [
          [x, y],
          [x + size, y - size * 0.4],
          [x + size * 0.6, y + size * 0.4],
        ],
        random.chance(0.5) ? '#e3f4f5' : '#a9cdd2',
        'opacity=".9"',
      )
    })
    const seat =
      rect(196, 372, 270, 14, '#b07a48', 'rx="4"') +
      rect(196, 382, 270, 6, '#7d5430', 'rx="3"') +
      rect(216, 386, 9, 58, steel) +
      rect(438, 386, 9, 58, steel)
    const frame =
      rect(130, 118, 540, 26, steel, 'rx="6"') +
      rect(118, 108, 564, 14, lighter(steel, 0.25), 'rx="6"') +
      [150, 322, 506, 640].map((x) => rect(x, 140, 11, 308, steel) + rect(x + 7, 140, 4, 308, darker(steel, 0.4))).join('') +
      rect(150, 436, 500, 9, steel)
    const poster =
      rect(536, 176, 86, 150, '#f4efe2', 'rx="3"') +
      rect(544, 184, 70, 22, '#2f6fa3') +
      times(8, (i) => rect(544, 216 + i * 13, 30 + ((i * 17) % 36), 5, '#8e8a80'))
    const pole =
      rect(716, 110, 9, 360, '#8b9096') +
      ellipse(720, 110, 36, 36, '#2f8a4f') +
      ellipse(720, 110, 28, 28, '#f2c53d') +
      stroke('M711 94V126M729 94V126M711 110H729', '#2f8a4f', 6)
    const [gx] = ground(2.2, 3)
    return (
      street(random, light, Math.max(2.4, gx / 800)) +
      dapple(random, light) +
      shadow(light, 400, 452, 320, 22) +
      pane(161, 161) +
      seat +
      (broken ? hole + cracks : pane(332, 174)) +
      pane(517, 124) +
      poster +
      frame +
      pole +
      (broken ? shards : '')
    )
  },
}

export const trafficScenes = { scooter, wreck, shelter }
