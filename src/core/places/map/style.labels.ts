import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

const source = 'town'
const font = ['Fira Sans', 'sans-serif']

type Layout = NonNullable<SymbolLayerSpecification['layout']>

export function labelLayers(c: Palette): LayerSpecification[] {
  const label = (
    id: string,
    on: string,
    more: Pick<SymbolLayerSpecification, 'filter' | 'minzoom' | 'maxzoom'>,
    layout: Layout,
    colour: string,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    'source-layer': on,
    ...more,
    layout: { 'text-font': font, 'text-field': ['get', 'name'], ...layout },
    paint: { 'text-color': colour, 'text-halo-color': c.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.3 },
  })
  const along: Layout = { 'symbol-placement': 'line', 'text-max-angle': 28, 'text-padding': 3, 'symbol-spacing': 340 }
  const big = ['townHall', 'station', 'church', 'hospital', 'pool', 'library', 'museum', 'hall', 'park', 'cemetery', 'sports']

  return [
    label('water-name', 'waterway', { minzoom: 12.5 }, { ...along, 'text-size': 13, 'text-letter-spacing': 0.12 }, c.waterText),
    label('door', 'door', { minzoom: 17 }, { 'text-field': ['get', 'no'], 'text-size': 11 }, c.textSoft),
    label(
      'lane-name',
      'road',
      { minzoom: 15.2, filter: ['in', ['get', 'kind'], ['literal', ['lane', 'residential', 'pedestrian', 'path', 'track']]] },
      { ...along, 'text-size': ['interpolate', ['linear'], ['zoom'], 15, 10.5, 18, 14] },
      c.text,
    ),
    label(
      'road-name',
      'road',
      { minzoom: 13.2, filter: ['in', ['get', 'kind'], ['literal', ['main', 'federal', 'collector']]] },
      { ...along, 'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 18, 15] },
      c.text,
    ),
    {
      id: 'landmark-dot',
      type: 'circle',
      source,
      'source-layer': 'place',
      minzoom: 14.5,
      filter: ['!', ['in', ['get', 'kind'], ['literal', ['town', 'district', 'park', 'cemetery', 'square']]]],
      paint: {
        'circle-color': ['match', ['get', 'kind'], 'busStop', c.stop, c.dot],
        'circle-radius': ['match', ['get', 'kind'], 'busStop', 3, 4],
        'circle-stroke-color': c.halo,
        'circle-stroke-width': 1.5,
      },
    },
    label(
      'stop-name',
      'place',
      { minzoom: 16.5, filter: ['==', ['get', 'kind'], 'busStop'] },
      { 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.5], 'text-max-width': 8 },
      c.stop,
    ),
    label(
      'landmark-name',
      'place',
      { minzoom: 15.3, filter: ['!', ['in', ['get', 'kind'], ['literal', ['town', 'district', 'busStop', ...big]]]] },
      { 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.6], 'text-max-width': 8 },
      c.textPlace,
    ),
    label(
      'sight-name',
      'place',
      { minzoom: 14.2, filter: ['in', ['get', 'kind'], ['literal', big]] },
      { 'text-size': 12.5, 'text-anchor': 'top', 'text-offset': [0, 0.6], 'text-max-width': 8 },
      c.textPlace,
    ),
    label(
      'district',
      'place',
      { minzoom: 12, maxzoom: 15.5, filter: ['==', ['get', 'kind'], 'district'] },
      {
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 12, 15, 17],
        'text-letter-spacing': 0.14,
        'text-transform': 'uppercase',
        'text-max-width': 9,
        'text-padding': 6,
      },
      c.textSoft,
    ),
    label(
      'town',
      'place',
      { maxzoom: 12.4, filter: ['==', ['get', 'kind'], 'town'] },
      { 'text-size': 20, 'text-max-width': 12 },
      c.textPlace,
    ),
  ]
}
