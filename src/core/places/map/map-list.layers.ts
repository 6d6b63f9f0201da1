import type { ExpressionSpecification, GeoJSONSourceSpecification, Map as MapLibre } from 'maplibre-gl'

/** Colours by public stage; the sign inside the marker says the same without colour. */
const stageColour: ExpressionSpecification = [
  'match',
  ['get', 'stage'],
  'received',
  '#2456b0',
  'accepted',
  '#4a4fb5',
  'inProgress',
  '#b35900',
  'yourTurn',
  '#8a2a83',
  'done',
  '#1d7a3e',
  '#5b6270',
]

export const HOT = 'hot-place'
export const PLACES = 'places'

/** Puts the markers on the map; again after every change of style, because a new style knows nothing of them. */
export function addPlaces(map: MapLibre, data: GeoJSONSourceSpecification['data']): void {
  map.addSource(PLACES, { type: 'geojson', data, cluster: true, clusterRadius: 44, clusterMaxZoom: 16, promoteId: 'id' })
  map.addSource(HOT, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  const one: ExpressionSpecification = ['!', ['has', 'point_count']]
  map.addLayer({
    id: 'places-halo',
    type: 'circle',
    source: HOT,
    paint: {
      'circle-radius': 22,
      'circle-color': '#ffb400',
      'circle-opacity': 0.45,
      'circle-stroke-color': '#ffb400',
      'circle-stroke-width': 3,
    },
  })
  map.addLayer({
    id: 'places-group',
    type: 'circle',
    source: PLACES,
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': '#171a6b',
      'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 16, 20, 22, 100, 30],
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2.5,
      'circle-opacity': 0.92,
    },
  })
  map.addLayer({
    id: 'places-count',
    type: 'symbol',
    source: PLACES,
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['get', 'point_count_abbreviated'],
      'text-font': ['Fira Sans', 'sans-serif'],
      'text-size': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': '#ffffff' },
  })
  map.addLayer({
    id: 'places-one',
    type: 'circle',
    source: PLACES,
    filter: one,
    paint: { 'circle-color': stageColour, 'circle-radius': 11, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2.5 },
  })
  map.addLayer({
    id: 'places-sign',
    type: 'symbol',
    source: PLACES,
    filter: one,
    layout: {
      'text-field': ['coalesce', ['get', 'sign'], ''],
      'text-font': ['Fira Sans', 'sans-serif'],
      'text-size': 13,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': '#ffffff' },
  })
}
