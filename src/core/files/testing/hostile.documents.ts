import type { FileKind } from '../file.rules.ts'
import { objectStream, pdf } from './documents.ts'
import type { Hostile } from './hostile.ts'

const both: FileKind[] = ['image', 'pdf']
const no = (...codes: string[]) => codes
const wrong = no('fileType')
const html = '<!doctype html><html><body><script>alert("planted")</script></body></html>'

const document = (what: string, bytes: Hostile['bytes'], becomes: Hostile['becomes']): Hostile => ({
  what,
  bytes,
  becomes,
  kinds: both,
  name: 'antrag.pdf',
})

export const documents: Hostile[] = [
  document('a PDF where pictures are asked for', () => pdf(), 'harmless'),
  document('HTML before a PDF', () => Buffer.concat([Buffer.from(html), pdf()]), wrong),
  document('blanks before a PDF', () => Buffer.concat([Buffer.from('\n\n'), pdf()]), wrong),
  document('a PDF that was cut off', () => pdf().subarray(0, 120), no('fileBroken')),
  document('a PDF with a program', () => pdf('9 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n'), no('fileActive')),
  document(
    'a PDF with a program under a coded name',
    () => pdf('9 0 obj\n<< /S /J#61va#53cript /JS (app.alert(1)) >>\nendobj\n'),
    no('fileActive'),
  ),
  document(
    'a PDF with a program in a packed object',
    () => pdf(objectStream('9 0 << /S /JavaScript /JS (app.alert(1)) >>')),
    no('fileActive'),
  ),
  document(
    'a PDF whose packed objects have a coded name',
    () => pdf(objectStream('9 0 << /S /Launch >>', '/Type /Obj#53tm /Filter /FlateDecode')),
    no('fileActive'),
  ),
  document(
    'a PDF with packed objects in an unusual way',
    () => pdf(objectStream('x', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]')),
    no('fileActive'),
  ),
  document('a PDF whose objects unpack to 100 MB', () => pdf(objectStream(Buffer.alloc(100_000_000))), no('fileBroken')),
  document('a PDF that starts a program', () => pdf('9 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'), no('fileActive')),
  document(
    'a PDF with a file inside',
    () => pdf('9 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj\n'),
    no('fileActive'),
  ),
  document('a PDF with a form that calculates', () => pdf('9 0 obj\n<< /XFA [(x) 4 0 R] >>\nendobj\n'), no('fileActive')),
  document('a PDF behind a password', () => pdf('9 0 obj\n<< /Encrypt 8 0 R >>\nendobj\n'), no('fileEncrypted')),
  { ...document('a good PDF where only pictures are asked for', () => pdf(), wrong), kinds: ['image'] },
]

export const names: Hostile[] = [
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\a.pdf',
  `${'ä'.repeat(5000)}.pdf`,
  'rechnung\u202efdp.exe',
  'a"; filename="b.html',
  `"><img src=x onerror=alert(1)>.pdf`,
  '.htaccess',
  'con.pdf',
  ' ',
].map((name) => ({ what: `the name ${JSON.stringify(name.slice(0, 40))}`, name, kinds: both, bytes: () => pdf(), becomes: 'harmless' }))
