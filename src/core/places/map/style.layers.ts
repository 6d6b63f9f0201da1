import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

const source = 'town'
const kindIs = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]

/** A width in pixels that doubles with every zoom level, like the street itself, from `at14` at zoom 14. */
const width = (at14: number, least = 0.5): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['exponential', 1.75],
  ['zoom'],
  10,
  Math.max(least, at14 / 6),
  14,
  at14,
  18,
  at14 * 9,
]

export function groundLayers(c: Palette): LayerSpecification[] {
  const fill = (kind: keyof Palette, on: string): LayerSpecification => ({
    id: `${on}-${kind}`,
    type: 'fill',
    source,
    'source-layer': on,
    filter: kindIs(kind),
    paint: { 'fill-color': c[kind] },
  })
  return [
    ...(['field', 'meadow', 'wood'] as const).map((kind) => fill(kind, 'green')),
    ...(['settlement', 'industry', 'oldTown', 'school', 'railYard'] as const).map((kind) => fill(kind, 'ground')),
    ...(['park', 'cemetery', 'allotments', 'sports'] as const).map((kind) => fill(kind, 'green')),
    { id: 'water', type: 'fill', source, 'source-layer': 'water', paint: { 'fill-color': c.water } },
    fill('square', 'ground'),
    {
      id: 'tree',
      type: 'circle',
      source,
      'source-layer': 'tree',
      minzoom: 15,
      paint: {
        'circle-color': c.tree,
        'circle-radius': ['interpolate', ['exponential', 1.9], ['zoom'], 15, 1.3, 18, 8],
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0, 15.6, 0.75],
      },
    },
    {
      id: 'border',
      type: 'line',
      source,
      'source-layer': 'border',
      maxzoom: 16,
      paint: {
        'line-color': c.border,
        'line-width': 1.2,
        'line-dasharray': [3, 2.5],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 14, 0.45, 16, 0],
      },
    },
    {
      id: 'building',
      type: 'fill',
      source,
      'source-layer': 'building',
      minzoom: 14,
      paint: {
        'fill-color': ['match', ['get', 'kind'], 'public', c.public, c.building],
        'fill-outline-color': c.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.55, 15, 1],
      },
    },
  ]
}

type Road = { kinds: string[]; wide: number; from: number; fill: keyof Palette; casing: keyof Palette }
const roads: Road[] = [
  { kinds: ['lane'], wide: 2.6, from: 12.5, fill: 'lane', casing: 'casing' },
  { kinds: ['residential'], wide: 3.4, from: 12, fill: 'street', casing: 'casing' },
  { kinds: ['pedestrian'], wide: 3.2, from: 12.5, fill: 'pedestrian', casing: 'casing' },
  { kinds: ['collector'], wide: 5, from: 10, fill: 'collector', casing: 'mainCasing' },
  { kinds: ['main'], wide: 6, from: 9, fill: 'main', casing: 'mainCasing' },
  { kinds: ['federal'], wide: 7.5, from: 9, fill: 'federal', casing: 'mainCasing' },
]

/** First all edges, then all surfaces, so that streets flow into each other. */
export function roadLayers(c: Palette): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const
  const line = (
    id: string,
    { kinds, from }: Road,
    colour: string,
    wide: DataDrivenPropertyValueSpecification<number>,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source,
    'source-layer': 'road',
    minzoom: from,
    filter: kindIs(...kinds),
    layout,
    paint: { 'line-color': colour, 'line-width': wide },
  })
  return [
    {
      id: 'path',
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom: 13,
      filter: kindIs('path', 'track'),
      paint: { 'line-color': c.path, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.8, 18, 4], 'line-dasharray': [2.5, 1.4] },
    },
    ...roads.map((road) => line(`casing-${road.kinds[0]}`, road, c[road.casing], width(road.wide + 1.1, 0.9))),
    ...roads.map((road) => line(`road-${road.kinds[0]}`, road, c[road.fill], width(road.wide))),
    {
      id: 'rail',
      type: 'line',
      source,
      'source-layer': 'rail',
      paint: { 'line-color': c.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 14, 2.6, 18, 8] },
    },
    {
      id: 'sleepers',
      type: 'line',
      source,
      'source-layer': 'rail',
      minzoom: 12.5,
      paint: {
        'line-color': c.settlement,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12.5, 0.8, 14, 1.4, 18, 5],
        'line-dasharray': [5, 5],
      },
    },
  ]
}
