import { describe, expect, it } from 'vitest'
import { protobuf, zigzag } from './protobuf.ts'
import { mapStyle } from './style.ts'
import { mapTile, TILE_ZOOMS, tileRange } from './tiles.ts'
import { encodeTile } from './vector-tile.ts'

describe('the protocol buffer writer', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('writes %i as in the specification', (value, bytes) => {
    const writer = protobuf()
    writer.varint(value)
    expect(writer.bytes).toEqual(bytes)
  })

  it('keeps small signed numbers small', () => {
    expect([0, -1, 1, -2, 2].map(zigzag)).toEqual([0, 1, 2, 3, 4])
  })
})

describe('a vector tile', () => {
  it('holds a point as the specification of the format shows it', () => {
    const tile = encodeTile(new Map([['a', [{ shape: 'point' as const, parts: [[[25, 17] as const]], tags: {} }]]]))
    // layer { version 2, name "a", feature { type point, geometry [9, 50, 34] }, extent 8192 }
    expect([...tile]).toEqual([0x1a, 17, 0x78, 2, 0x0a, 1, 0x61, 0x12, 7, 0x18, 1, 0x22, 3, 9, 50, 34, 0x28, 0x80, 0x40])
  })

  it('leaves out what shrinks to nothing', () => {
    const line = [[1.1, 1.2] as const, [1.3, 1.4] as const]
    expect(encodeTile(new Map([['a', [{ shape: 'line' as const, parts: [line], tags: {} }]]])).length).toBeLessThan(12)
  })
})

describe.each(['large', 'small'] as const)('the map of the %s demo town', (town) => {
  it('has a tile everywhere in its range and none outside', () => {
    for (let z = TILE_ZOOMS.min; z <= TILE_ZOOMS.max; z++) {
      const [west, north, east, south] = tileRange(town, z)
      expect(mapTile(town, z, west, north)).toBeInstanceOf(Uint8Array)
      expect(mapTile(town, z, east, south)).toBeInstanceOf(Uint8Array)
      expect(mapTile(town, z, west - 1, north)).toBeUndefined()
      expect(mapTile(town, z, west, south + 1)).toBeUndefined()
    }
    expect(mapTile(town, 15, 0, 0)).toBeUndefined()
    expect(mapTile(town, 12.5, 0, 0)).toBeUndefined()
  })

  it('stays light: no tile is over 256 KB before compression', () => {
    const [west, north, east, south] = tileRange(town, TILE_ZOOMS.max)
    for (let x = west; x <= east; x++)
      for (let y = north; y <= south; y++) expect(mapTile(town, TILE_ZOOMS.max, x, y)?.length).toBeLessThan(256 * 1024)
  })

  it.each(['light', 'dark'] as const)('has a %s style that asks nobody else', (theme) => {
    const style = mapStyle(town, theme, '/karte/x/1')
    const text = JSON.stringify(style)
    expect(text).not.toMatch(/https?:/)
    expect(style.glyphs).toBeUndefined()
    expect(new Set(style.layers.map(({ id }) => id)).size).toBe(style.layers.length)
  })
})
