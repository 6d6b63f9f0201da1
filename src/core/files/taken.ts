import exifr from 'exifr'
import type { Taken } from './file.rules.ts'

/** What a camera wrote into a photo about place and time, as far as it is believable. */
export type TakenFacts = { taken?: Taken; at?: Date }

const number = (value: unknown, min: number, max: number): number | undefined =>
  typeof value === 'number' && value >= min && value <= max ? value : undefined

/** Reads place, accuracy, direction and time from EXIF. Whatever cannot be read is simply not known. */
export async function readTaken(path: string): Promise<TakenFacts> {
  const tags: Record<string, unknown> | undefined = await exifr
    .parse(path, {
      tiff: true,
      exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
      gps: true,
      ifd0: { pick: [] },
      ifd1: false,
      xmp: false,
      icc: false,
      iptc: false,
      jfif: false,
      ihdr: false,
      makerNote: false,
      userComment: false,
    })
    .catch(() => undefined)
  if (!tags) return {}
  const { latitude, longitude, GPSHPositioningError, GPSImgDirection, DateTimeOriginal } = tags
  const lat = number(latitude, -90, 90)
  const lon = number(longitude, -180, 180)
  const accuracy = number(GPSHPositioningError, 0, 100_000)
  const direction = number(GPSImgDirection, 0, 360)
  const at = DateTimeOriginal instanceof Date && plausible(DateTimeOriginal) ? DateTimeOriginal : undefined
  return {
    // 0/0 is what cameras write that had no position.
    ...(lat !== undefined && lon !== undefined && (lat !== 0 || lon !== 0)
      ? { taken: { lat, lon, ...(accuracy === undefined ? {} : { accuracy }), ...(direction === undefined ? {} : { direction }) } }
      : {}),
    ...(at ? { at } : {}),
  }
}

const plausible = (at: Date): boolean => at.getUTCFullYear() >= 1990 && at.getUTCFullYear() <= 2100
