import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { inFrame } from '#platform/view.ts'
import { BarChart, barLength } from './bar-chart.tsx'
import { LineChart, roundUp } from './line-chart.tsx'
import { shares } from './stacked-bar.tsx'

beforeAll(() => registerTexts(designTexts))

describe('scales', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [30, 50],
    [51, 100],
    [1001, 2000],
  ])('the scale for %d ends at %d', (value, top) => expect(roundUp(value)).toBe(top))

  it('the scale is never below the figures, and never more than two and a half times above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (value) => {
        const top = roundUp(value)
        return top >= value && top <= value * 2.5
      }),
    )
  })

  it('bars lie between nothing and the whole width', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const longest = Math.max(...values)
        return values.every((value) => barLength(value, longest) >= 0 && barLength(value, longest) <= 100)
      }),
    )
    expect(barLength(0, 0)).toBe(0)
  })

  it('parts join without gaps and fill the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 6 }), (values) => {
        const parts = shares(values.map((value, i) => ({ label: String(i), value })))
        const end = parts.reduce((at, part) => (Math.abs(part.from - at) < 1e-6 ? at + part.width : Number.NaN), 0)
        return values.some((value) => value > 0) ? Math.abs(end - 100) < 1e-6 : end === 0
      }),
    )
  })
})

it('every figure of a chart stands in the table behind it', () => {
  const html = inFrame(sampleFrame(), () =>
    renderToString(
      <>
        <BarChart title="Arten" bars={[{ label: 'Straßen', value: 1234.5 }]} />
        <LineChart title="Wochen" labels={['KW 1', 'KW 2']} lines={[{ label: 'neu', values: [7, 9] }]} />
      </>,
    ),
  )
  for (const cell of ['>1.234,5</td>', '>7</td>', '>9</td>']) expect(html).toContain(cell)
})
