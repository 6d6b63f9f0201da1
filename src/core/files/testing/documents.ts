import { deflateSync } from 'node:zlib'

/** A PDF of these objects; its table of references is left out, as readers do not need it to find what may act. */
export const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n', 'latin1'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n'),
    ...objects.map((object) => Buffer.from(object)),
    Buffer.from('\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ])

/** An object stream: other objects, packed. */
export const objectStream = (content: string | Buffer, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer => {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${packed.length} >>\nstream\r\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

/** A ZIP archive with one stored file of this name: enough to be taken for what it pretends to be. */
export function zip(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt32LE(content.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), content, Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')])
}

/** The test virus of the European Institute for Computer Antivirus Research, put together so that no scanner objects to this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-', 'TEST-FILE!$H+H*'].join('')
