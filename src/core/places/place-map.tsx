import type { LatLon } from './place.rules.ts'

export type PlaceMapProps = {
  places: readonly (LatLon & { label: string; href?: string; colour?: string })[]
  /** What the picture shows, in words. */
  label: string
  /** GeoJSON address below the town for the map with script; without it the places above are shown. */
  source?: string
  zoom?: number
  size?: 'small' | 'normal' | 'tall'
}

/** A map of places: a still picture from the server, alive where scripts run. Never the only way: say the place in words beside it. */
export const PlaceMap = (_props: PlaceMapProps) => <div />
