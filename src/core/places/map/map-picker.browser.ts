import { Controller } from '@hotwired/stimulus'
import type { Map as MapLibre, Marker } from 'maplibre-gl'
import { type MapLibrary, openMap, whenSeen } from './open-map.ts'

/**
 * A map on which one place is chosen: by a tap, by dragging the pin, with the arrow keys or by "my position".
 * It writes the fields `lat` and `lon` and says `place:changed` ({ lat, lon }). The search beside it does the same without a map;
 * when that finds a place it says `place:found` ({ lat, lon }) and the pin goes there (`data-action="place:found@window->map-picker#found"`).
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['canvas', 'lat', 'lon', 'status', 'locate']
  static override values = {
    styleLight: String,
    styleDark: String,
    bounds: Array,
    center: Array,
    zoom: { type: Number, default: 14 },
    texts: Object,
  }
  declare readonly canvasTarget: HTMLElement
  declare readonly latTarget: HTMLInputElement
  declare readonly lonTarget: HTMLInputElement
  declare readonly statusTargets: HTMLElement[]
  declare readonly locateTargets: HTMLButtonElement[]
  declare readonly styleLightValue: string
  declare readonly styleDarkValue: string
  declare readonly boundsValue: number[]
  declare readonly centerValue: number[]
  declare readonly zoomValue: number
  declare readonly textsValue: Record<string, string>

  private map: MapLibre | undefined
  private library: MapLibrary | undefined
  private marker: Marker | undefined
  private giveUp = () => {}

  override connect() {
    if ('geolocation' in navigator) for (const button of this.locateTargets) button.hidden = false
    this.giveUp = whenSeen(this.canvasTarget, () => this.open().catch(() => this.fail()))
  }

  override disconnect() {
    this.giveUp()
    this.map?.remove()
    this.map = undefined
    this.marker = undefined
  }

  /** Another way of choosing has found a place. */
  found({ detail }: CustomEvent<{ lat: number; lon: number }>) {
    this.write(detail.lat, detail.lon)
    this.map?.easeTo({ center: [detail.lon, detail.lat], zoom: Math.max(16, this.map.getZoom()) })
  }

  locate() {
    this.say('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        this.inTown(coords.latitude, coords.longitude) ? this.chooseAndShow(coords.latitude, coords.longitude) : this.say('outside'),
      () => this.say('notLocated'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  }

  private async open() {
    const { map, library } = await openMap({
      container: this.canvasTarget,
      styleLight: this.styleLightValue,
      styleDark: this.styleDarkValue,
      bounds: this.boundsValue,
      center: this.chosen() ?? this.centerValue,
      zoom: this.chosen() ? Math.max(16, this.zoomValue) : this.zoomValue,
      texts: this.textsValue,
    })
    this.map = map
    this.library = library
    map.on('click', ({ lngLat }) => this.choose(lngLat.lat, lngLat.lng))
    map.getCanvas().addEventListener('keydown', (event) => event.key === 'Enter' && this.chooseMiddle(event))
    const chosen = this.chosen()
    if (chosen) this.show(chosen[1], chosen[0])
    this.element.dataset.mapState = 'ready'
  }

  /** Without WebGL or the network the still picture and the search remain. */
  private fail() {
    this.element.dataset.mapState = 'failed'
    this.say('failed')
  }

  /** What the fields hold, as longitude and latitude. */
  private chosen(): [number, number] | undefined {
    const [lat, lon] = [Number.parseFloat(this.latTarget.value), Number.parseFloat(this.lonTarget.value)]
    return Number.isFinite(lat) && Number.isFinite(lon) ? [lon, lat] : undefined
  }

  private inTown(lat: number, lon: number): boolean {
    const [west = -180, south = -90, east = 180, north = 90] = this.boundsValue
    return lon >= west && lon <= east && lat >= south && lat <= north
  }

  private chooseMiddle(event: KeyboardEvent) {
    const middle = this.map?.getCenter()
    if (!middle) return
    event.preventDefault()
    this.choose(middle.lat, middle.lng)
    this.marker?.getElement().focus()
  }

  private chooseAndShow(lat: number, lon: number) {
    this.choose(lat, lon)
    this.map?.easeTo({ center: [lon, lat], zoom: Math.max(17, this.map.getZoom()) })
  }

  private choose(lat: number, lon: number) {
    if (!this.inTown(lat, lon)) return this.say('outside')
    this.write(lat, lon)
    this.say('chosen')
    this.dispatch('changed', { prefix: 'place', detail: { lat, lon } })
  }

  private write(lat: number, lon: number) {
    this.latTarget.value = lat.toFixed(6)
    this.lonTarget.value = lon.toFixed(6)
    this.show(lat, lon)
  }

  private show(lat: number, lon: number) {
    if (!this.map || !this.library) return
    this.marker ??= this.makeMarker(this.library, [lon, lat]).addTo(this.map)
    this.marker.setLngLat([lon, lat])
  }

  private makeMarker(library: MapLibrary, at: [number, number]): Marker {
    const marker = new library.Marker({ color: '#c8102e', draggable: true }).setLngLat(at)
    const pin = marker.getElement()
    pin.tabIndex = 0
    pin.setAttribute('role', 'button')
    pin.setAttribute('aria-label', this.textsValue.pin ?? '')
    marker.on('dragend', () => this.choose(marker.getLngLat().lat, marker.getLngLat().lng))
    pin.addEventListener('keydown', (event) => this.nudge(event))
    return marker
  }

  /** Arrow keys move the pin by 4 pixels, with Shift by 40. */
  private nudge(event: KeyboardEvent) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!step || !this.map || !this.marker) return
    event.preventDefault()
    event.stopPropagation()
    const [dx = 0, dy = 0] = step
    const size = event.shiftKey ? 40 : 4
    const at = this.map.project(this.marker.getLngLat())
    const { lat, lng } = this.map.unproject([at.x + dx * size, at.y + dy * size])
    this.choose(lat, lng)
    if (!this.map.getBounds().contains([lng, lat])) this.map.panTo([lng, lat])
  }

  private say(text: string) {
    for (const status of this.statusTargets) status.textContent = this.textsValue[text] ?? ''
  }
}
