import { describe, expect, it } from 'vitest'
import { demoGeography } from '../demo/demo-geography.ts'
import { type StaticMap, staticMapSvg } from './static-map.ts'

const place = demoGeography('large').addresses[900]?.point ?? [0, 0]
const map: StaticMap = { town: 'large', center: place, zoom: 16, width: 640, height: 360, theme: 'light', markers: [{ at: place }] }

/** Names of elements that are not closed in the right order, or attributes without quotes; empty for well-formed XML. */
function faults(svg: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  const rest = svg.replace(/<(\/?)([a-z]+)((?:\s[a-zA-Z:-]+="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, empty) => {
    if (end && open.pop() !== name) wrong.push(name)
    if (!end && !empty) open.push(name)
    return ''
  })
  if (/[<>]/.test(rest)) wrong.push(rest)
  return [...wrong, ...open]
}

describe('the still map', () => {
  it.each(['light', 'dark'] as const)('is well-formed in %s and carries no style, script or link', (theme) => {
    const svg = staticMapSvg({ ...map, theme })
    expect(faults(svg)).toEqual([])
    expect(svg).not.toMatch(/style=|<script|<a |href|NaN|Infinity/)
  })

  it.each([90, -90, 85.06, -89.9])('is an empty country at the poles (%d°), which the map does not reach', (lat) => {
    const svg = staticMapSvg({ ...map, center: [10, lat], zoom: 10, markers: [{ at: [10, lat] }] })
    expect(faults(svg)).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity/)
  })

  it('finds what is not well-formed', () => {
    expect(faults('<svg><g></svg>')).not.toEqual([])
    expect(faults('<svg a=1></svg>')).not.toEqual([])
  })

  it('says its alternative text, with every sign made harmless', () => {
    expect(staticMapSvg({ ...map, label: 'Ort "A" <b> & C' })).toContain('role="img" aria-label="Ort &quot;A&quot; &lt;b&gt; &amp; C"')
    expect(staticMapSvg(map)).toContain('aria-hidden="true"')
    expect(faults(staticMapSvg({ ...map, label: '"><script>', markers: [{ at: place, colour: '"><script>' }] }))).toEqual([])
  })

  it('shows houses, streets and the marker in the middle', () => {
    const svg = staticMapSvg(map)
    expect(svg).toContain('translate(320 180)')
    expect(svg).toContain('<text')
    expect(svg.length).toBeLessThan(60_000)
  })

  it('draws the country where the town has nothing', () => {
    expect(faults(staticMapSvg({ ...map, center: [0, 0], markers: [] }))).toEqual([])
  })
})
