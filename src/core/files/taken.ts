import exifr from 'exifr'
import { Taken } from './file.rules.ts'

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
  const accuracy = number(GPSHPositioningError, 0, 100_000)
  const direction = number(GPSImgDirection, 0, 360)
  const taken = Taken.safeParse({
    lat: latitude,
    lon: longitude,
    ...(accuracy === undefined ? {} : { accuracy }),
    ...(direction === undefined ? {} : { direction }),
  })
  return {
    ...(taken.success ? { taken: taken.data } : {}),
    ...(DateTimeOriginal instanceof Date && plausible(DateTimeOriginal) ? { at: DateTimeOriginal } : {}),
  }
}

const plausible = (at: Date): boolean => at.getUTCFullYear() >= 1990 && at.getUTCFullYear() <= 2100
