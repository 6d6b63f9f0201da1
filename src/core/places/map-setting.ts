import { demoTowns } from '#core/towns/index.ts'
import { currentLocale, type Locale, t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { DemoTown } from './demo/index.ts'
import { MAP_VERSION } from './map/tiles.ts'
import type { LatLon } from './place.rules.ts'

let styleUrl: string | undefined

/** The style of real towns' maps (`MAP_STYLE_URL`); demo towns draw their own. */
export const useMapStyle = (url: string | undefined): void => {
  styleUrl = url
}

/** Which drawn geography a town shows, if it is one of the demo. */
export const demoTownOf = ({ slug, demo }: { slug: string; demo: boolean }): DemoTown | undefined =>
  demo ? demoTowns.find((town) => town.slug === slug)?.which : undefined

export type MapSetting = {
  /** The town has still pictures of its map. */
  still: boolean
  bounds: readonly [number, number, number, number]
  center: LatLon
  styles: { light: string; dark: string }
}

/** What the maps of the page's town are made of; undefined where it has none, then places are words only. */
export function mapSetting(): MapSetting | undefined {
  const { town, demo } = frame()
  if (!town?.bounds) return undefined
  const drawn = demoTownOf({ slug: town.slug, demo }) !== undefined
  if (!drawn && !styleUrl) return undefined
  const [west, south, east, north] = town.bounds
  const style = (theme: 'light' | 'dark') => (drawn ? href(`/karte/${MAP_VERSION}/stil-${theme}.json`) : (styleUrl ?? ''))
  return {
    still: drawn,
    bounds: town.bounds,
    center: { lat: (south + north) / 2, lon: (west + east) / 2 },
    styles: { light: style('light'), dark: style('dark') },
  }
}

/** The values that both map controllers take; `name` is the controller's. */
export function mapValues(name: 'map-list' | 'map-picker', { styles, bounds, center }: MapSetting, at: LatLon = center, zoom = 13.5) {
  return {
    [`data-${name}-style-light-value`]: styles.light,
    [`data-${name}-style-dark-value`]: styles.dark,
    [`data-${name}-bounds-value`]: JSON.stringify(bounds),
    [`data-${name}-center-value`]: JSON.stringify([at.lon, at.lat]),
    [`data-${name}-zoom-value`]: String(zoom),
    [`data-${name}-texts-value`]: mapTexts(),
  }
}

const written = new Map<Locale, string>()

/** MapLibre's own words and those of the two controllers, as JSON: the same on all pages. */
function mapTexts(): string {
  const locale = currentLocale()
  const text = written.get(locale) ?? JSON.stringify(mapWords())
  written.set(locale, text)
  return text
}

const mapWords = (): Record<string, string> => ({
  'Map.Title': t('place.map.label'),
  'NavigationControl.ZoomIn': t('place.map.zoomIn'),
  'NavigationControl.ZoomOut': t('place.map.zoomOut'),
  'CooperativeGesturesHandler.WindowsHelpText': t('place.map.ctrl'),
  'CooperativeGesturesHandler.MacHelpText': t('place.map.cmd'),
  'CooperativeGesturesHandler.MobileHelpText': t('place.map.twoFingers'),
  'Marker.Title': t('place.map.pin'),
  'Popup.Close': t('place.map.close'),
  ...Object.fromEntries(['locating', 'notLocated', 'outside', 'chosen', 'failed', 'pin'].map((key) => [key, t(`place.map.${key}`)])),
})
