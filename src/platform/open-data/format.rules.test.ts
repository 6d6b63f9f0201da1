import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DataFormat, dataFormats, formatFacts, formatFor, formatsOf } from './format.rules.ts'

const all = dataFormats
const table: readonly DataFormat[] = ['csv', 'json']

describe('the format that a client likes best', () => {
  it.each<[string | null, readonly DataFormat[], DataFormat | undefined]>([
    [null, all, 'csv'],
    ['', all, 'csv'],
    ['*/*', all, 'csv'],
    ['text/csv', all, 'csv'],
    ['application/json', all, 'json'],
    ['application/geo+json', all, 'geojson'],
    ['application/geo+json', table, undefined],
    ['application/geo+json, application/json;q=0.5', table, 'json'],
    ['text/csv;q=0.2, application/json;q=0.9', all, 'json'],
    ['text/*', all, 'csv'],
    ['application/*', all, 'json'],
    // What is named exactly counts more than a range, also where it is refused.
    ['text/csv;q=0, */*', all, 'json'],
    ['TEXT/CSV ; Q=1', all, 'csv'],
    ['application/xml', all, undefined],
    ['application/xml, */*;q=0.1', all, 'csv'],
    ['text/csv;q=none', all, undefined],
  ])('%s of %j is %s', (accept, formats, expected) => expect(formatFor(accept, formats)).toBe(expected))

  it('whatever is asked, it is one of those that are there', () => {
    const media = fc.constantFrom(...all.map((format) => formatFacts[format].media), '*/*', 'text/*', 'image/png', 'x')
    const part = fc
      .tuple(media, fc.option(fc.float({ min: 0, max: 1, noNaN: true })))
      .map(([range, q]) => (q === null ? range : `${range};q=${q}`))
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const found = formatFor(parts.join(','), table)
        expect(found === undefined || table.includes(found)).toBe(true)
      }),
    )
  })
})

it('only what can be drawn is GeoJSON', () => {
  expect(formatsOf({})).toEqual(['csv', 'json'])
  expect(formatsOf({ geometry: 'shape' })).toEqual(['csv', 'json', 'geojson'])
})
