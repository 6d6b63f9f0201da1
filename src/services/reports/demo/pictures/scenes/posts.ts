import { shine } from '../backdrop.ts'
import { dapple, grass, shadow, street } from '../floor.ts'
import { darker, ellipse, group, lighter, line, mix, patch, path, poly, rect, stroke, times } from '../paint.ts'
import { alt, byDay, type Scene } from '../scene.ts'

const lamp: Scene = {
  moods: ['dusk'],
  backdrop: 'houses',
  alt: alt(
    'Eine dunkle Straßenlaterne in der Dämmerung',
    'A dark street lamp at dusk',
    'Die Laterne leuchtet wieder',
    'The street lamp is lit again',
  ),
  paint: ({ random, light, broken }) => {
    const x = random.int(340, 440)
    const post = (at: number, foot: number, top: number, width: number, lit: boolean) => {
      const arm = (foot - top) * 0.24
      const head = at + arm
      return (
        (lit
          ? poly(
              [
                [head - 16, top + 8],
                [head + 22, top + 8],
                [head + (foot - top) * 0.72, foot + 70],
                [head - (foot - top) * 0.62, foot + 70],
              ],
              'url(#beam)',
            ) + ellipse(head, foot + 34, (foot - top) * 0.85, (foot - top) * 0.2, 'url(#lamp)', 'opacity=".55"')
          : '') +
        stroke(`M${at} ${foot}V${top + arm * 0.5}Q${at} ${top} ${at + arm * 0.6} ${top}H${head}`, '#22232e', width) +
        stroke(`M${at - width * 0.2} ${foot}V${top + arm * 0.5}`, '#575a6c', width * 0.24) +
        rect(at - width, foot - width * 4, width * 2, width * 4, '#1d1e28', 'rx="3"') +
        path(
          `M${head - width * 2.6} ${top + width * 0.7}Q${head} ${top - width * 1.5} ${head + width * 2.8} ${top + width * 0.7}Z`,
          '#22232e',
        ) +
        ellipse(head, top + width * 0.8, width * 2.3, width * 0.7, lit ? '#fff3cf' : '#4c4e5e') +
        (lit ? shine(head, top + 6, (foot - top) * 0.34) : '')
      )
    }
    const broke = stroke(`M${x + 84} 104l8 6l-5 5l10 6`, '#a9adc0', 2)
    return (
      street(random, light, -1.2) +
      shadow(light, x, 470, 60, 10) +
      post(690, 330, 150, 6, true) +
      post(x, 470, 86, 12, !broken) +
      (broken ? broke : '') +
      rect(x - 9, 372, 18, 24, '#f2ead2', 'rx="2"') +
      times(3, (i) => line([x - 5, 378 + i * 5], [x + 5, 378 + i * 5], '#5b5560', 1.6))
    )
  },
}

const signal: Scene = {
  moods: byDay,
  backdrop: 'houses',
  alt: alt('Eine ausgefallene Ampel', 'A traffic light that is out', 'Die Ampel arbeitet wieder', 'The traffic light works again'),
  paint: ({ random, light, broken }) => {
    const x = random.int(340, 450)
    const lens = (y: number, colour: string, on: boolean) =>
      ellipse(x, y, 27, 27, '#15161a') +
      ellipse(x, y, 23, 23, on ? colour : darker(colour, 0.72)) +
      (on
        ? ellipse(x, y, 60, 60, colour, 'opacity=".22"') + ellipse(x - 7, y - 8, 8, 6, '#ffffff', 'opacity=".55"')
        : ellipse(x - 7, y - 9, 9, 5, '#ffffff', 'opacity=".16"')) +
      path(`M${x - 29} ${y - 4}Q${x} ${y - 46} ${x + 29} ${y - 4}Q${x} ${y - 28} ${x - 29} ${y - 4}Z`, '#0f1013')
    const cover = group(
      path(`M${x - 44} 120Q${x - 30} 100 ${x} 104T${x + 46} 116L${x + 50} 322Q${x + 8} 344 ${x - 46} 320Z`, '#d8862f') +
        path(`M${x + 8} 106Q${x + 40} 108 ${x + 46} 116L${x + 50} 322Q${x + 30} 338 ${x + 14} 336Z`, '#b56a22') +
        times(3, (i) => stroke(`M${x - 36 + i * 26} ${150 + i * 40}q10 40 -4 90`, '#a35e1e', 3, 'opacity=".5"')) +
        line([x - 46, 172], [x + 48, 168], '#8a4f19', 4),
      '',
    )
    return (
      street(random, light, -0.9) +
      dapple(random, light) +
      times(6, (i) => patch(0.2 + i * 0.75, 0.6 + i * 0.75, 4.2, 6.4, '#f1ece0', 'opacity=".7"')) +
      shadow(light, x + 40, 520, 130, 16) +
      rect(x - 9, 210, 18, 312, '#7b8187') +
      rect(x + 2, 210, 7, 312, '#5c6167') +
      rect(x - 17, 498, 34, 26, '#5c6167', 'rx="3"') +
      rect(x - 42, 104, 84, 224, '#22242a', 'rx="18"') +
      rect(x + 22, 104, 20, 224, '#16171b', 'rx="10"') +
      lens(146, '#e2402f', false) +
      lens(216, '#f0ad2d', false) +
      lens(286, '#3fae5d', !broken) +
      (broken ? cover : '') +
      rect(x - 22, 400, 44, 58, '#e6b52c', 'rx="6"') +
      ellipse(x, 424, 13, 13, '#2a2b30') +
      ellipse(x, 424, 8, 8, broken ? '#5b2a26' : '#d8412f') +
      rect(x - 12, 443, 24, 6, '#6b5312', 'rx="2"')
    )
  },
}

const sign: Scene = {
  moods: byDay,
  backdrop: 'park',
  alt: alt(
    'Ein umgefahrenes, schiefes Schild',
    'A tilted sign that was run over',
    'Das Schild steht wieder gerade',
    'The sign stands straight again',
  ),
  paint: ({ random, light, broken }) => {
    const [x, foot] = [400 + random.int(-50, 50), 512]
    const lean = random.int(24, 36) * random.pick([-1, 1])
    const turn = broken ? lean : 0
    const face = random.pick([
      poly(
        [
          [x - 92, 66],
          [x + 92, 66],
          [x, 222],
        ],
        '#cf3b31',
        'stroke="#cf3b31" stroke-width="18" stroke-linejoin="round"',
      ) +
        poly(
          [
            [x - 66, 82],
            [x + 66, 82],
            [x, 194],
          ],
          '#f8f5ec',
          'stroke="#f8f5ec" stroke-width="6" stroke-linejoin="round"',
        ),
      poly(
        Array.from(
          { length: 8 },
          (_, i) => [x + Math.cos((i + 0.5) * (Math.PI / 4)) * 88, 138 + Math.sin((i + 0.5) * (Math.PI / 4)) * 88] as const,
        ),
        '#c93a30',
        'stroke="#f8f5ec" stroke-width="8" stroke-linejoin="round"',
      ) + rect(x - 50, 124, 100, 28, '#f8f5ec', 'rx="4"'),
      ellipse(x, 138, 88, 88, '#c93a30') + ellipse(x, 138, 66, 66, '#f8f5ec'),
    ])
    const post = rect(x - 7, 130, 14, foot - 130, '#9aa0a4') + rect(x + 1, 130, 6, foot - 130, '#747a7f')
    const bend = broken
      ? path(
          `M${x - 60} ${foot + 6}Q${x - 40} ${foot - 22} ${x} ${foot - 18}T${x + 62} ${foot + 8}Q${x} ${foot + 26} ${x - 60} ${foot + 6}Z`,
          '#5f4a36',
        ) + times(8, () => ellipse(x + random.int(-90, 90), foot + random.int(-4, 26), random.int(4, 9), random.int(3, 6), '#7b624a'))
      : ''
    const scrape = broken ? stroke(`M${x - 40} 150l34 -22M${x - 30} 166l40 -30`, '#57504e', 4, 'opacity=".55"') : ''
    const track = broken
      ? stroke('M0 590Q180 560 360 520', darker(light.grass, 0.45), 26, 'opacity=".45"') +
        stroke('M60 600Q230 570 400 530', darker(light.grass, 0.45), 22, 'opacity=".4"')
      : ''
    return (
      grass(random, light) +
      patch(1.6, 14, 1.9, 18, light.asphalt) +
      patch(1.6, 14, 1.9, 18, 'url(#grain)') +
      patch(1.6, 1.75, 1.9, 18, '#eee8da', 'opacity=".7"') +
      dapple(random, light) +
      track +
      shadow(light, x + (turn ? turn * 2 : 40), foot + 8, 110, 14) +
      group(
        post + face + scrape + path(`M${x - 80} 90Q${x} 40 ${x + 60} 80Q${x} 70 ${x - 80} 90Z`, '#ffffff', 'opacity=".18"'),
        `transform="rotate(${turn} ${x} ${foot})"`,
      ) +
      bend +
      (broken
        ? ''
        : path(`M${x - 34} ${foot + 6}q10 -34 16 -4q8 -40 18 0q8 -32 20 -2q8 -22 16 8Z`, mix(light.grass, lighter(light.grass, 0.3), 0.4)))
    )
  },
}

export const postScenes = { lamp, signal, sign }
