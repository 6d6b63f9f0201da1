export type Place = { lat: number; lon: number; accuracy?: number; direction?: number }

const number = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** Where a photo was taken, from its EXIF; read on this device, before anything is sent. */
export async function placeOf(file: File): Promise<Place | undefined> {
  if (!/^image\/(jpe?g|hei[cf])/.test(file.type)) return undefined
  try {
    const { parse } = await import('exifr/dist/lite.esm.mjs')
    const tags: unknown = await parse(file, { gps: true, exif: false, ifd0: false, ifd1: false, tiff: true })
    if (typeof tags !== 'object' || tags === null) return undefined
    const tag = (name: string) => number(Reflect.get(tags, name))
    const [lat, lon] = [tag('latitude'), tag('longitude')]
    if (lat === undefined || lon === undefined || (lat === 0 && lon === 0)) return undefined
    const [accuracy, direction] = [tag('GPSHPositioningError'), tag('GPSImgDirection')]
    return { lat, lon, ...(accuracy === undefined ? {} : { accuracy }), ...(direction === undefined ? {} : { direction }) }
  } catch {
    return undefined
  }
}

/** As the server reads it: `lat lon [accuracy [direction]]`. */
export const placeText = ({ lat, lon, accuracy, direction }: Place): string =>
  [lat, lon, ...(accuracy === undefined ? [] : [accuracy, ...(direction === undefined ? [] : [direction])])].join(' ')
