import type { ComponentChildren } from 'preact'
import { frame, href } from '#platform/view.ts'
import { boundsOf } from './geometry.rules.ts'
import { type MapSetting, mapSetting, mapValues } from './map-setting.ts'
import type { LatLon } from './place.rules.ts'

export type PlaceMapProps = {
  places: readonly (LatLon & { label: string })[]
  /** What the picture shows, in words. */
  label: string
  /** Address of a GeoJSON collection below the town (see map-list.browser.ts); without it the map shows `places`. */
  source?: string
  zoom?: number
  size?: 'small' | 'normal' | 'tall'
  /** The list beside the map. Its entries are marked together with their places: `{...onMap(id)}`. */
  children?: ComponentChildren
}

/** So many places are drawn on the still picture; more are only a crowd. */
const DRAWN = 60

/** A map of places: a still picture from the server, alive where scripts run. Never the only way: say each place in words beside it. */
export function PlaceMap({ places, label, source, zoom, size = 'normal', children }: PlaceMapProps) {
  const setting = mapSetting()
  if (!setting) return <>{children}</>
  const view = viewOf(places, setting, zoom)
  const address = source ?? `/karte/orte.geojson?${pointsQuery(places)}`
  const map = (
    <div class={`map map--${size}`}>
      {setting.still ? <Still view={view} places={places} label={label} /> : null}
      <div class="map__canvas" data-map-list-target="canvas" />
      <p class="map__status kern-sr-only" role="status" data-map-list-target="status" />
    </div>
  )
  return (
    <div
      class={children ? 'with-map' : undefined}
      data-controller="map-list"
      data-map-list-source-value={href(address)}
      {...mapValues('map-list', setting, view.center, view.zoom)}
    >
      {children ? <div>{children}</div> : null}
      {map}
    </div>
  )
}

/** Attributes of a list's entry that belongs to a place of the map beside it; `id` as in the GeoJSON. */
export const onMap = (id: string) => ({ 'data-map-list-target': 'item', 'data-map-list-id': id })

type View = { center: LatLon; zoom: number }
const WIDTH = 800
const HEIGHT = 450

function Still({ view, places, label }: { view: View; places: readonly LatLon[]; label: string }) {
  const { theme } = frame()
  const query = (wanted: 'light' | 'dark') =>
    href(
      `/karte/bild.svg?${new URLSearchParams({
        lat: view.center.lat.toFixed(5),
        lon: view.center.lon.toFixed(5),
        zoom: view.zoom.toFixed(1),
        thema: wanted,
        ...(places.length > 0 ? { nadeln: places.slice(0, DRAWN).map(pointText).join(' ') } : {}),
      })}`,
    )
  return (
    <picture data-map-still>
      {theme === 'auto' ? <source srcset={query('dark')} media="(prefers-color-scheme: dark)" /> : null}
      <img class="map__still" src={query(theme === 'dark' ? 'dark' : 'light')} alt={label} width={WIDTH} height={HEIGHT} loading="lazy" />
    </picture>
  )
}

const pointText = ({ lat, lon }: LatLon): string => `${lat.toFixed(5)},${lon.toFixed(5)}`
const pointsQuery = (places: PlaceMapProps['places']): string =>
  new URLSearchParams(places.slice(0, DRAWN).map((place) => ['ort', `${pointText(place)},${place.label}`])).toString()

/** One place from near; several so that all are seen; none: the whole town. */
function viewOf(places: readonly LatLon[], { center, bounds }: MapSetting, zoom: number | undefined): View {
  const [west, south, east, north] = places.length > 0 ? boundsOf(places.map(({ lat, lon }) => [lon, lat])) : bounds
  const middle = places.length > 0 ? { lat: (south + north) / 2, lon: (west + east) / 2 } : center
  const degreesHigh = (north - south) / Math.cos((middle.lat * Math.PI) / 180)
  const fitting = Math.log2(Math.min((WIDTH * 0.8 * 360) / (512 * (east - west)), (HEIGHT * 0.75 * 360) / (512 * degreesHigh)))
  return { center: middle, zoom: zoom ?? Math.max(11, Math.min(16, Number.isFinite(fitting) ? fitting : 16)) }
}
