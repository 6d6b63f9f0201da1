import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'
import { root } from './root.ts'
import { safeSvg } from './sanitise.ts'

const drawing = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}><path d="M0 0h5"/>${inside}</svg>`

test.each([
  ['a script', '<script>alert(1)</script>', 'alert'],
  ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>', 'alert'],
  ['an event', '<rect onload="alert(1)" width="1"/>', 'onload'],
  ['an event in capitals', '<rect ONCLICK="alert(1)" width="1"/>', 'alert'],
  ['foreign content', '<foreignObject><iframe src="https://evil.example"/></foreignObject>', 'iframe'],
  ['an outer picture', '<image href="https://evil.example/x.png"/>', 'evil'],
  ['an outer part', '<use href="https://evil.example/x.svg#a"/>', 'evil'],
  ['an outer part by xlink', '<use xlink:href="//evil.example/x.svg#a"/>', 'evil'],
  ['a script address', '<a href="javascript:alert(1)"><rect width="1"/></a>', 'alert'],
  ['an outer colour', '<rect fill="url(https://evil.example/#a)" width="1"/>', 'evil'],
  ['a style sheet', '<style>@import "https://evil.example/x.css";</style>', 'evil'],
  ['a style', '<rect style="fill:url(//evil.example)" width="1"/>', 'evil'],
  ['an animation of a link', '<use href="#a"><set attributeName="href" to="//evil.example"/></use>', 'evil'],
  ['an entity', '<rect fill="&#x6a;avascript:alert(1)" width="1"/>', 'alert'],
])('a drawing loses %s and keeps its shapes', (_, hostile, trace) => {
  const svg = safeSvg(drawing(hostile))
  expect(svg).not.toContain(trace)
  expect(svg).toContain('<path d="M0 0h5"')
})

test('entities of a document type never grow', () => {
  const svg = safeSvg(`<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${drawing('<title>&b;</title>')}`)
  expect(svg).not.toContain('aaaaaaaaaa')
})

test.each(['', 'hello', '<html><body>x</body></html>', '<svg></svg>', '<p><svg><path d="M0 0"/></svg></p>x'])(
  '%s is no drawing',
  (text) => {
    expect(safeSvg(text)).toBeUndefined()
  },
)

test.each(['lindenfurt', 'eulenrode'])('the arms of %s come through as they are drawn', (slug) => {
  const text = readFileSync(join(root, 'src/core/towns/demo', `coat-of-arms-${slug}.svg`), 'utf8')
  const svg = safeSvg(text) ?? ''
  const shapes = (of: string) => of.match(/<(path|rect|circle|ellipse|use|polygon|line)\b/g)?.length
  expect(shapes(svg)).toBe(shapes(text))
  expect(svg).toContain('viewBox')
})

test('Markdown becomes words, lists and links, below the title of the page', () => {
  const html = markdown('# Kontakt\n\n- eins\n- zwei\n\n[Mail](mailto:a@example.org) und https://example.org')
  expect(html).toContain('<h2>Kontakt</h2>')
  expect(html).toContain('<li>eins</li>')
  expect(html).toContain('<a href="mailto:a@example.org">Mail</a>')
  expect(html).toContain('<a href="https://example.org">')
})

test.each([
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '![x](https://evil.example/a.png)',
  '[x](//evil.example)',
])('nothing runs and nothing is fetched: %s', (text) => {
  const html = markdown(text)
  expect(html).not.toMatch(/<script|<img|href="javascript|href="\/\//)
})

test('the empty corner of a table is no heading', () => {
  expect(markdown('| | im Jahr |\n|---|---|\n| Hund | 96 € |')).toContain('<td></td>\n<th>im Jahr</th>')
})
