import type { StyleSpecification } from 'maplibre-gl'
import { demoGeography } from '../demo/demo-geography.ts'
import type { DemoTown } from '../demo/geography.ts'
import { type MapTheme, palettes } from './palette.ts'
import { labelLayers } from './style.labels.ts'
import { groundLayers, roadLayers } from './style.layers.ts'
import { TILE_ZOOMS } from './tiles.ts'

/**
 * The style of a demo town's map for MapLibre. `base` is the address below which the town's tiles lie, such as `/karte/large/1`.
 * It names no glyphs: MapLibre (from 5.11) then draws the letters itself from the fonts of the page.
 */
export function mapStyle(town: DemoTown, theme: MapTheme, base: string): StyleSpecification {
  const colours = palettes[theme]
  const { bounds, center, name } = demoGeography(town)
  const [west, south, east, north] = bounds
  return {
    version: 8,
    name,
    center: [...center],
    zoom: town === 'large' ? 13.2 : 14,
    sources: {
      town: {
        type: 'vector',
        tiles: [`${base}/{z}/{x}/{y}.mvt`],
        minzoom: TILE_ZOOMS.min,
        maxzoom: TILE_ZOOMS.max,
        bounds: [west, south, east, north],
      },
    },
    layers: [
      { id: 'country', type: 'background', paint: { 'background-color': colours.country } },
      ...groundLayers(colours),
      ...roadLayers(colours),
      {
        id: 'fade',
        type: 'fill',
        source: 'town',
        'source-layer': 'fade',
        paint: { 'fill-color': colours.country, 'fill-opacity': 0.32, 'fill-antialias': false },
      },
      ...labelLayers(colours),
    ],
  }
}
