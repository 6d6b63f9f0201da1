import type { DemoTown, LonLat } from '../demo/geography.ts'
import { type Box, clipLine, clipRing, within } from '../demo/shapes/clip.ts'
import { lengthOf, walk } from '../demo/shapes/line.ts'
import type { Point } from '../demo/shapes/point.ts'
import { featuresIn } from './feature-index.ts'
import type { Feature, LayerName } from './features.ts'
import { mercator } from './mercator.ts'
import { type MapTheme, type Palette, palettes } from './palette.ts'

export type StaticMap = {
  town: DemoTown
  center: LonLat
  /** As in MapLibre: the world is 512 · 2^zoom pixels wide. 16 shows about 480 m in 640 pixels. */
  zoom: number
  /** In CSS pixels. */
  width: number
  height: number
  markers?: readonly { at: LonLat; colour?: string }[]
  theme: MapTheme
  /** What the picture shows, for people who do not see it; without it the picture is decoration. */
  label?: string
}

/** A picture of a place as SVG text: for pages without script, for print and mail. No styles, scripts or links in it. */
export function staticMapSvg(map: StaticMap): string {
  const c = palettes[map.theme]
  const scale = 512 * 2 ** map.zoom
  const [cx, cy] = mercator(map.center)
  const [west, north] = [cx - map.width / 2 / scale, cy - map.height / 2 / scale]
  const area: Box = [west, north, west + map.width / scale, north + map.height / scale]
  const place = ([x, y]: Point): Point => [(x - west) * scale, (y - north) * scale]
  const found = Map.groupBy(featuresIn(map.town, area), ({ layer }) => layer)
  const layer = (name: LayerName) => (found.get(name) ?? []).map((feature) => ({ ...feature, points: feature.points.map(place) }))
  const roads = layer('road').filter(({ from }) => map.zoom >= from)
  const near = map.zoom >= 15.4

  const parts = [
    `<rect width="${map.width}" height="${map.height}" fill="${c.country}"/>`,
    ...areas([...layer('ground').filter(({ tags }) => tags.kind !== 'square'), ...layer('green'), ...layer('water')], map, (f) =>
      f.layer === 'water' ? c.water : colourOf(c, f),
    ),
    ...areas(
      layer('ground').filter(({ tags }) => tags.kind === 'square'),
      map,
      () => c.square,
    ),
    ...(near ? areas(layer('building'), map, (f) => (f.tags.kind === 'public' ? c.public : c.building)) : []),
    ...roads.map((road) => line(road, map, c[roadCasing(road)], roadWidth(road, map.zoom) + 1.6)),
    ...roads.map((road) => line(road, map, colourOf(c, road, 'street'), roadWidth(road, map.zoom))),
    ...layer('rail').map((rail) => line(rail, map, c.rail, 3)),
    ...names(roads, map, c),
    ...(map.markers ?? []).map(({ at, colour }) => marker(place(mercator(at)), colour ?? '#c8102e')),
  ]
  const alternative = map.label ? `role="img" aria-label="${escaped(map.label)}"` : 'aria-hidden="true"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${map.width} ${map.height}" width="${map.width}" height="${map.height}" ${alternative}>${parts.join('')}</svg>`
}

const colourOf = (c: Palette, { tags }: Feature, otherwise: keyof Palette = 'settlement'): string => {
  const kind = String(tags.kind)
  return kind in c ? c[kind as keyof Palette] : c[otherwise]
}

const boxOfMap = ({ width, height }: StaticMap): Box => [-20, -20, width + 20, height + 20]
const tidy = (value: number) => Math.round(value * 10) / 10
const path = (points: readonly Point[]) => `M${points.map(([x, y]) => `${tidy(x)} ${tidy(y)}`).join('L')}`

/** All areas of one colour in a row become one path. */
function areas(features: readonly Feature[], map: StaticMap, colour: (feature: Feature) => string): string[] {
  const drawn: { fill: string; d: string }[] = []
  for (const feature of features) {
    const ring = clipRing(feature.points, boxOfMap(map))
    if (ring.length < 4) continue
    const fill = colour(feature)
    const last = drawn.at(-1)
    if (last?.fill === fill && feature.layer === 'building') last.d += `${path(ring.slice(0, -1))}Z`
    else drawn.push({ fill, d: `${path(ring.slice(0, -1))}Z` })
  }
  return drawn.map(({ fill, d }) => `<path fill="${fill}" d="${d}"/>`)
}

function line(feature: Feature, map: StaticMap, colour: string, width: number): string {
  const d = clipLine(feature.points, boxOfMap(map)).map(path).join('')
  return d && `<path fill="none" stroke="${colour}" stroke-width="${tidy(width)}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`
}

const widthAt14: Record<string, number> = {
  federal: 7.5,
  main: 6,
  collector: 5,
  residential: 3.4,
  pedestrian: 3.2,
  lane: 2.6,
  path: 0.9,
  track: 0.9,
}
const roadWidth = ({ tags }: Feature, zoom: number) => (widthAt14[String(tags.kind)] ?? 3) * 1.75 ** (zoom - 14)
const roadCasing = ({ tags }: Feature): 'mainCasing' | 'casing' =>
  ['main', 'federal', 'collector'].includes(String(tags.kind)) ? 'mainCasing' : 'casing'

/** Names of streets that have room for them, the important ones first, none over another. */
function names(roads: readonly Feature[], map: StaticMap, c: Palette): string[] {
  const taken: Point[] = []
  const written = new Set<string>()
  const labels: string[] = []
  for (const road of roads.toReversed()) {
    const name = String(road.tags.name)
    const [part] = clipLine(road.points, [8, 8, map.width - 8, map.height - 8]).sort((a, b) => lengthOf(b) - lengthOf(a))
    const room = name.length * 6.4 + 14
    if (!part || written.has(name) || lengthOf(part) < room) continue
    const { at, direction } = walk(part, lengthOf(part) / 2)
    const box: Box = [at[0] - room / 1.6, at[1] - room / 1.6, at[0] + room / 1.6, at[1] + room / 1.6]
    if (
      taken.some((other) => within(other, box)) ||
      map.markers?.some((m) => m && Math.hypot(at[0] - map.width / 2, at[1] - map.height / 2) < 40)
    )
      continue
    taken.push(at)
    written.add(name)
    const angle = (Math.atan2(direction[1], direction[0]) * 180) / Math.PI
    const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle
    labels.push(
      `<text transform="translate(${tidy(at[0])} ${tidy(at[1])}) rotate(${tidy(upright)})" text-anchor="middle" dy="4" font-family="Fira Sans, sans-serif" font-size="12" fill="${c.text}" stroke="${c.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(name)}</text>`,
    )
    if (labels.length >= 12) break
  }
  return labels
}

function marker([x, y]: Point, colour: string): string {
  const pin = `M0 0C-4 -9 -12 -14 -12 -24A12 12 0 1 1 12 -24C12 -14 4 -9 0 0Z`
  return `<g transform="translate(${tidy(x)} ${tidy(y)})"><path d="${pin}" fill="${escaped(colour)}" stroke="#fff" stroke-width="2"/><circle cy="-24" r="4.5" fill="#fff"/></g>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
