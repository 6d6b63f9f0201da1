/** A point of a GeoJSON collection as the list map uses it. */
export type Place = { id: string; title: string; at: [number, number]; text?: string; href?: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** Reads the points of a GeoJSON FeatureCollection; leaves out what has no id, title or position. */
export function placesOf(collection: unknown): Place[] {
  const features = isRecord(collection) && Array.isArray(collection.features) ? collection.features : []
  return features.flatMap((feature: unknown) => {
    if (!isRecord(feature) || !isRecord(feature.properties) || !isRecord(feature.geometry)) return []
    const { id, title, text, href } = feature.properties
    const [lon, lat]: unknown[] = Array.isArray(feature.geometry.coordinates) ? feature.geometry.coordinates : []
    const [placeId, placeTitle] = [textOf(id), textOf(title)]
    if (placeId === undefined || placeTitle === undefined || typeof lon !== 'number' || typeof lat !== 'number') return []
    const more = { ...(textOf(text) ? { text: textOf(text) ?? '' } : {}), ...(isLocal(textOf(href)) ? { href: textOf(href) ?? '' } : {}) }
    return [{ id: placeId, title: placeTitle, at: [lon, lat], ...more }]
  })
}

/** A path of this site: never another site, never a script. */
export const isLocal = (href: string | undefined): boolean => href !== undefined && /^\/(?![/\\])/.test(href)

/** The content of a popup, made of text nodes only: nothing in it is read as HTML. */
export function popupContent({ title, text, href }: Place): HTMLElement {
  const box = document.createElement('div')
  box.className = 'map-popup'
  const head = document.createElement(href ? 'a' : 'strong')
  head.textContent = title
  if (href && head instanceof HTMLAnchorElement) head.href = href
  box.append(head)
  if (text) {
    const line = document.createElement('p')
    line.textContent = text
    box.append(line)
  }
  return box
}
