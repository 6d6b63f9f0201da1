import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readXml, type XmlElement } from './read-xml.ts'
import { xml } from './xml.ts'

const read = (text: string) => readXml(new TextEncoder().encode(text))
const root = (text: string): XmlElement => {
  const got = read(text)
  if (!got.ok) throw new Error(JSON.stringify(got.fault))
  return got.root
}

it('reads elements with namespaces, attributes, text and place', () => {
  const all = root(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- note -->\n<a:all xmlns:a="urn:a" n=\'1 &lt; "2"\'>\n  <a:one/>Grün &amp; &#228;<![CDATA[<x>]]>\n  <code xmlns="urn:b">6</code></a:all>\n',
  )
  expect([all.name, all.namespace, all.attributes.get('n')]).toEqual(['all', 'urn:a', '1 < "2"'])
  expect(all.text.trim()).toBe('Grün & ä<x>')
  expect(all.children.map(({ name, namespace, line, column, text }) => [name, namespace, line, column, text])).toEqual([
    ['one', 'urn:a', 4, 3, ''],
    ['code', 'urn:b', 5, 3, '6'],
  ])
})

test.each([
  ['<a>', 'notWellFormed', 1, 4],
  ['<a>\n <b></a>', 'notWellFormed', 2, 5],
  ['<a/><b/>', 'notWellFormed', 1, 5],
  ['<a b="1" b="2"/>', 'notWellFormed', 1, 1],
  ['<a b=1/>', 'notWellFormed', 1, 1],
  ['<a>&x;</a>', 'entity', 1, 4],
  ['<a>&#0;</a>', 'notWellFormed', 1, 4],
  ['<a>1 & 2</a>', 'notWellFormed', 1, 6],
  ['<a>\u0001</a>', 'notWellFormed', 1, 4],
  ['text', 'notWellFormed', 1, 1],
  ['', 'notWellFormed', 1, 1],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'doctype', 1, 1],
  ['<x:a/>', 'prefix', 1, 1],
  ['<?xml version="1.0" encoding="utf-7"?><a/>', 'encoding', 1, 1],
  [`${'<a>'.repeat(101)}`, 'tooDeep', 1, 301],
])('%s is refused: %s at %i:%i', (text, code, line, column) => {
  expect(read(text)).toEqual({ ok: false, fault: { code, line, column } })
})

it('reads the western encodings that a file names, and refuses broken UTF-8', () => {
  const western = new Uint8Array(
    [...'<?xml version="1.0" encoding="ISO-8859-1"?><a>']
      .map((sign) => sign.charCodeAt(0))
      .concat(0xe4, ...[...'</a>'].map((sign) => sign.charCodeAt(0))),
  )
  expect(readXml(western)).toMatchObject({ ok: true, root: { text: 'ä' } })
  expect(readXml(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toMatchObject({
    ok: false,
    fault: { code: 'encoding' },
  })
})

it('gives back what was written, and bears anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = text.toWellFormed().replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '')
      expect(root(`<a>${xml(text)}</a>`).text).toBe(kept)
    }),
  )
  const bits = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    'a',
    ' ',
    '="',
    '"',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    ':',
    'xmlns',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (parts) => void read(parts.join(''))),
    { numRuns: 2_000 },
  )
})
