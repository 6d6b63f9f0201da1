import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../test/setup/read-pdf.ts'
import { root } from '../root.ts'
import { printable, UNKNOWN } from './characters.ts'
import { pdf } from './pdf.ts'

const making = { lang: 'de', title: 'Ein Brief', date: '2026-03-03' } as const
const template = `
= #data.subject
#for one in data.texts { par(one) }
#list(..data.texts)
#table(columns: 2, table.header[A][B], ..data.texts.map(one => (one, [x])).flatten())
`

test('a document names its standard, title and language, and is the same when it is made again', async () => {
  const data = { subject: 'Größe: ẞ, Ș, ǆ', texts: ['eins', 'zwei'] }
  const bytes = await pdf(template, data, making)
  const read = await readPdf(bytes)
  expect(read.xmp).toContain('pdfuaid:part>1<')
  expect(read).toMatchObject({ title: 'Ein Brief', lang: 'de', pages: 1 })
  expect(read.tags).toEqual(expect.arrayContaining(['H1', 'P', 'L', 'LBody', 'Table', 'TH', 'TD']))
  expect(read.text).toMatch(/^Größe: ẞ, Ș, ǆ\neins\nzwei\n/)
  expect(Buffer.from(await pdf(template, data, making)).equals(Buffer.from(bytes))).toBe(true)
})

/** Pieces of the language of templates, in every combination. */
const code = fc
  .array(
    fc.constantFrom(
      '#',
      '$',
      '*',
      '_',
      '`',
      '```',
      '\\',
      '@',
      '<',
      '>',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '/*',
      '*/',
      '//',
      '=',
      '\n= ',
      '\n- ',
      '\n+ ',
      '~',
      '--',
      '...',
      '#eval("1+1")',
      '#panic("x")',
      '#read("/etc/passwd")',
      '#import "x"',
      '#data',
      '\\u{41}',
      '#let x = 1',
      '$x^2$',
      '")',
      '#link("http://x")[y]',
      'ä',
      'x',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const words = (text: string) => text.replace(/\s+/g, '')

test('whatever people type is shown as they typed it, and never runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(code, fc.string({ unit: 'grapheme', maxLength: 40 })), async (typed) => {
      const { text } = await readPdf(await pdf('#data', `ANFANG${typed}ENDE`, making))
      const expected = words(printable(`ANFANG${typed}ENDE`, everything))
      // What our fonts lack is replaced, so only the number of characters and those that we have can be compared.
      const found = words(text)
      if (!found.includes(UNKNOWN)) expect(found).toBe(expected)
      else expect(found).toMatch(/^ANFANG.*ENDE$/s)
    }),
    { numRuns: 150 },
  )
})
const everything: ReadonlySet<number> = { has: () => true } as unknown as ReadonlySet<number>

test('no template evaluates text', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.typ.ts'))
  for (const name of files)
    expect(readFileSync(join(root, 'src', name), 'utf8')).not.toMatch(/\beval\b|\bread\(|#import|#include|\bplugin\(/)
})

describe('characters', () => {
  const latin: ReadonlySet<number> = new Set([...'abcä \n'].map((one) => one.codePointAt(0)!))
  test.each([
    ['a\u0308', 'ä'],
    ['a日b', `a${UNKNOWN}b`],
    ['a\u202eb\u200bc', 'abc'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\tb\u0000c', 'a b c'],
    ['\ud800', UNKNOWN],
  ])('%j is printed as %j', (text, expected) => expect(printable(text, latin)).toBe(expected))

  test('what no font has is a sign, not a failure', async () => {
    expect((await readPdf(await pdf('#data', 'Li 李 😀 ﷽', making))).text).toBe(`Li ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}`)
  })
})

describe('what cannot be made', () => {
  test('a template against the standard', async () => {
    await expect(pdf('#rect[x]\n=== Zu tief', '', making)).rejects.toMatchObject({
      kind: 'unknown',
      message: expect.stringMatching(/heading/),
    })
    await expect(pdf('#nichts', '', making)).rejects.toMatchObject({ kind: 'unknown', message: expect.stringMatching(/unknown variable/) })
  })
  test('too much at once', async () => {
    await expect(pdf('#data', 'x'.repeat(1_000_001), making)).rejects.toMatchObject({ kind: 'tooLarge' })
  })
  test('nobody waits for a document while another one is made', async () => {
    const made = pdf('#for i in range(3000) { par(lorem(40)) }', '', making)
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(performance.now() - before).toBeLessThan(500)
    expect((await made).length).toBeGreaterThan(1000)
  })
})
