import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocal, placesOf } from './map-list.places.ts'

describe('the places of a list', () => {
  it.each([
    ['/meldungen/7', true],
    ['/', true],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['https://evil.example', false],
    ['javascript:alert(1)', false],
    [undefined, false],
  ])('lead to %s: %s', (href, allowed) => {
    expect(isLocal(href)).toBe(allowed)
  })

  it('are read from GeoJSON, without those that lack something', () => {
    const point = { type: 'Point', coordinates: [9.6, 51.7] }
    const features = [
      { geometry: point, properties: { id: 7, title: 'Loch', text: 'offen', href: '/m/7' } },
      { geometry: point, properties: { id: '8', title: 'Lampe', href: 'javascript:alert(1)' } },
      { geometry: point, properties: { title: 'ohne Nummer' } },
      { geometry: null, properties: { id: '9', title: 'ohne Ort' } },
    ]
    expect(placesOf({ features })).toEqual([
      { id: '7', title: 'Loch', at: [9.6, 51.7], text: 'offen', href: '/m/7' },
      { id: '8', title: 'Lampe', at: [9.6, 51.7] },
    ])
  })

  it('are an empty list for any other data', () => {
    fc.assert(fc.property(fc.anything(), (data) => Array.isArray(placesOf(data))))
  })
})
