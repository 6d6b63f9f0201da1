import { Controller } from '@hotwired/stimulus'
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre, MapMouseEvent, Popup } from 'maplibre-gl'
import { addPlaces, HOT, PLACES } from './map-list.layers.ts'
import { type Place, placesOf, popupContent } from './map-list.places.ts'
import { type MapLibrary, openMap, whenSeen } from './open-map.ts'

/**
 * Shows the places of a list on a map. `source` is the address of a GeoJSON FeatureCollection of points with the properties
 * `id`, `title`, and as wanted `href`, `text`, `stage`, `sign` (one letter or symbol). An entry of the list beside it is an `item`
 * target with `data-map-list-id`; pointing at it or focusing it marks its place, and the other way round.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['canvas', 'item', 'status']
  static override values = {
    source: String,
    styleLight: String,
    styleDark: String,
    bounds: Array,
    center: Array,
    zoom: { type: Number, default: 13 },
    texts: Object,
  }
  declare readonly canvasTarget: HTMLElement
  declare readonly itemTargets: HTMLElement[]
  declare readonly statusTargets: HTMLElement[]
  declare readonly sourceValue: string
  declare readonly styleLightValue: string
  declare readonly styleDarkValue: string
  declare readonly boundsValue: number[]
  declare readonly centerValue: number[]
  declare readonly zoomValue: number
  declare readonly textsValue: Record<string, string>

  private map: MapLibre | undefined
  private library: MapLibrary | undefined
  private popup: Popup | undefined
  private places = new Map<string, Place>()
  private giveUp = () => {}

  override connect() {
    this.giveUp = whenSeen(this.canvasTarget, () => this.open().catch(() => this.fail()))
  }

  override disconnect() {
    this.giveUp()
    this.map?.remove()
    this.map = undefined
  }

  itemTargetConnected(item: HTMLElement) {
    for (const event of ['mouseenter', 'focusin']) item.addEventListener(event, this.pointAt)
    for (const event of ['mouseleave', 'focusout']) item.addEventListener(event, this.pointAway)
  }

  itemTargetDisconnected(item: HTMLElement) {
    for (const event of ['mouseenter', 'focusin']) item.removeEventListener(event, this.pointAt)
    for (const event of ['mouseleave', 'focusout']) item.removeEventListener(event, this.pointAway)
  }

  private async open() {
    const [answer, { map, library }] = await Promise.all([
      fetch(this.sourceValue, { headers: { accept: 'application/geo+json' } }),
      openMap({
        container: this.canvasTarget,
        styleLight: this.styleLightValue,
        styleDark: this.styleDarkValue,
        bounds: this.boundsValue,
        center: this.centerValue,
        zoom: this.zoomValue,
        texts: this.textsValue,
      }),
    ])
    if (!answer.ok) throw new Error(`places: ${answer.status}`)
    const collection = await answer.json()
    this.map = map
    this.library = library
    this.places = new Map(placesOf(collection).map((place) => [place.id, place]))
    const add = () => map.getSource(PLACES) || addPlaces(map, collection)
    map.on('style.load', add)
    if (map.isStyleLoaded()) add()
    map.on('click', 'places-one', (event) => this.choose(event))
    map.on('click', 'places-group', (event) => this.unfold(event))
    map.on('mousemove', 'places-one', ({ features }) => this.mark(idOf(features)))
    map.on('mouseleave', 'places-one', () => this.mark(undefined))
    for (const layer of ['places-one', 'places-group']) {
      map.on('mouseenter', layer, () => map.getCanvas().classList.add('is-pointing'))
      map.on('mouseleave', layer, () => map.getCanvas().classList.remove('is-pointing'))
    }
    this.element.dataset.mapState = 'ready'
  }

  private fail() {
    this.element.dataset.mapState = 'failed'
    for (const status of this.statusTargets) status.textContent = this.textsValue.failed ?? ''
  }

  private pointAt = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLElement) this.mark(currentTarget.dataset.mapListId)
  }

  private pointAway = () => this.mark(undefined)

  /** Marks one place on the map and its entry in the list, and no other. */
  private mark(id: string | undefined) {
    const place = id === undefined ? undefined : this.places.get(id)
    const source = this.map?.getSource<GeoJSONSource>(HOT)
    const features = place
      ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: place.at } }]
      : []
    source?.setData({ type: 'FeatureCollection', features })
    for (const item of this.itemTargets) item.toggleAttribute('data-marked', item.dataset.mapListId === id)
  }

  private choose({ features }: MapMouseEvent & { features?: MapGeoJSONFeature[] }) {
    const id = idOf(features)
    const place = id === undefined ? undefined : this.places.get(id)
    if (!place || !this.map || !this.library) return
    this.popup?.remove()
    this.popup = new this.library.Popup({ offset: 14, maxWidth: '18rem' })
      .setLngLat(place.at)
      .setDOMContent(popupContent(place))
      .addTo(this.map)
    this.mark(id)
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.itemTargets.find((item) => item.dataset.mapListId === id)?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
  }

  /** A click on a group goes as near as needed to see its parts. */
  private async unfold({ features, lngLat }: MapMouseEvent & { features?: MapGeoJSONFeature[] }) {
    const group = features?.[0]?.properties.cluster_id
    const source = this.map?.getSource<GeoJSONSource>(PLACES)
    if (typeof group !== 'number' || !source) return
    this.map?.easeTo({ center: lngLat, zoom: await source.getClusterExpansionZoom(group) })
  }
}

const idOf = (features: MapGeoJSONFeature[] | undefined): string | undefined => {
  const id: unknown = features?.[0]?.properties.id
  return id === undefined ? undefined : String(id)
}
