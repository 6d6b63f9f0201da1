import type { LngLatBoundsLike, Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

export type MapLibrary = typeof import('maplibre-gl')

export type MapWish = {
  container: HTMLElement
  /** Addresses of the style documents. */
  styleLight: string
  styleDark: string
  /** West, south, east, north: the map does not leave them. */
  bounds: number[]
  center: number[]
  zoom: number
  /** MapLibre's own words (`NavigationControl.ZoomIn` …) and ours, in the language of the page. */
  texts: Record<string, string>
}

/** Loads MapLibre, which is large, only when a map is wanted. Its worker is a file of its own, so the page needs no `blob:` in its policy. */
export async function openMap(wish: MapWish): Promise<{ map: MapLibre; library: MapLibrary }> {
  const [library] = await Promise.all([import('maplibre-gl'), import('maplibre-gl/dist/maplibre-gl.css'), fontsReady()])
  await import('./map.css')
  library.setWorkerUrl(new URL(workerUrl, location.href).href)
  const [west = -180, south = -85, east = 180, north = 85] = wish.bounds
  const [lon = 0, lat = 0] = wish.center
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = new library.Map({
    container: wish.container,
    style: styleNow(wish),
    center: [lon, lat],
    zoom: wish.zoom,
    minZoom: 10,
    maxZoom: 19,
    maxBounds: roomAround([west, south, east, north]),
    locale: wish.texts,
    // One finger scrolls the page, two move the map; the wheel needs Ctrl.
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: calm ? 0 : 200,
    transformRequest: (url) => ({ url: new URL(url, location.href).href }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right')
  map.once('load', () => {
    for (const still of wish.container.parentElement?.querySelectorAll<HTMLElement>('[data-map-still]') ?? []) still.hidden = true
  })
  followTheme(map, wish)
  return { map, library }
}

/** MapLibre draws the letters with the fonts of the page, so they must be there first; without them it takes the system's. */
const fontsReady = () => document.fonts.load('400 16px "Fira Sans"').catch(() => [])

/** A third of the town's size on each side, so that its edge can be brought to the middle. */
function roomAround([west, south, east, north]: [number, number, number, number]): LngLatBoundsLike {
  const [x, y] = [(east - west) / 3, (north - south) / 3]
  return [
    [west - x, south - y],
    [east + x, north + y],
  ]
}

const system = () => matchMedia('(prefers-color-scheme: dark)')
function isDark(): boolean {
  const chosen = document.documentElement.dataset.kernTheme
  return chosen ? chosen === 'dark' : system().matches
}
const styleNow = (wish: MapWish): string | StyleSpecification => (isDark() ? wish.styleDark : wish.styleLight)

/** Changes the map's colours when the page goes from light to dark or back. */
function followTheme(map: MapLibre, wish: MapWish): void {
  let dark = isDark()
  const follow = () => {
    if (isDark() === dark) return
    dark = !dark
    map.setStyle(styleNow(wish))
  }
  const watch = new MutationObserver(follow)
  watch.observe(document.documentElement, { attributeFilter: ['data-kern-theme'] })
  const query = system()
  query.addEventListener('change', follow)
  map.once('remove', () => {
    watch.disconnect()
    query.removeEventListener('change', follow)
  })
}

/** Calls `then` once, when the element comes near the visible part of the page; returns how to give up waiting. */
export function whenSeen(element: Element, then: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      then()
    },
    { rootMargin: '200px' },
  )
  observer.observe(element)
  return () => observer.disconnect()
}
