import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo-like JPEG: noise does not pack well, so sizes are real. */
export const jpeg = (width = 640, height = 480): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#806040', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg({ quality: 85 })
    .toBuffer()

/** A JPEG segment: marker, length, content. Put behind the first two bytes of a file. */
export const withSegment = (image: Buffer, marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([image.subarray(0, 2), head, content, image.subarray(2)])
}

export const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A grey PNG of any announced size over rows that are all there (`rows`), or not. */
export function png({
  width,
  height,
  rows = height,
  depth = 1,
  interlaced = false,
  more = [] as Buffer[],
}: {
  width: number
  height: number
  rows?: number
  depth?: number
  interlaced?: boolean
  more?: Buffer[]
}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[12] = interlaced ? 1 : 0
  const data = deflateSync(Buffer.alloc((Math.ceil((width * depth) / 8) + 1) * rows), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), ...more, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** The same JPEG announcing other dimensions in its frame header. */
export function claimingSize(image: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(image)
  for (let at = 2; at < copy.length && copy[at] === 0xff; at += 2 + copy.readUInt16BE(at + 2)) {
    const marker = copy[at + 1]!
    if (marker >= 0xc0 && marker <= 0xc2) {
      copy.writeUInt16BE(height, at + 5)
      copy.writeUInt16BE(width, at + 7)
      return copy
    }
  }
  throw new Error('no frame header')
}

/** A photo whose EXIF knows place (Marktplatz of nowhere: 49.4521 N, 11.0767 E), direction, time and a script as description. */
export async function photoWithPlace(width = 640, height = 480): Promise<Buffer> {
  return await sharp(await jpeg(width, height))
    .withExif({
      IFD0: { ImageDescription: '<script>alert("exif")</script>', Make: 'PlantedCamera' },
      IFD2: { DateTimeOriginal: '2026:05:06 14:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '49/1 27/1 756/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '11/1 4/1 3612/100',
        GPSImgDirectionRef: 'T',
        GPSImgDirection: '270/1',
        GPSHPositioningError: '8/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** A GIF with `frames` frames of different colours. */
export const animatedGif = (frames: number, size = 32): Promise<Buffer> => {
  const raw = Buffer.alloc(size * size * frames * 3)
  for (let frame = 0; frame < frames; frame += 1) raw.fill((frame * 37) % 256, frame * size * size * 3, (frame + 1) * size * size * 3)
  return sharp(raw, { raw: { width: size, height: size * frames, channels: 3, pageHeight: size } })
    .gif()
    .toBuffer()
}
