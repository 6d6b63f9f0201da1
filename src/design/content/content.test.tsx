import fc from 'fast-check'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { type Frame, inFrame } from '#platform/view.ts'
import { Card } from './card.tsx'
import { DefinitionList } from './definition-list.tsx'
import { Pager, withQuery } from './pager.tsx'
import { Picture } from './picture.tsx'
import { QrCode } from './qr-code.tsx'
import { Table } from './table.tsx'
import { relativeTime, Time } from './time.tsx'

beforeAll(() => registerTexts(designTexts))

const show = (element: () => JSX.Element, changes: Partial<Frame> = {}) => inFrame(sampleFrame(changes), () => renderToString(element()))
const now = new Date('2026-03-08T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe('what people wrote', () => {
  it('stands in the page as text, wherever it is put', () => {
    const bad = '<img src=x onerror=alert(1)>"\''
    const html = show(() => (
      <Card title={bad} subline={bad} href="/m">
        {bad}
      </Card>
    ))
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
  })

  it('cannot make a link that runs', () => {
    for (const address of ['javascript:alert(1)', ' javascript:alert(1)', '//evil.example', 'data:text/html,x', '/\\evil.example'])
      expect(show(() => <Card title="x" href={address} />)).toContain('href="#"')
  })

  it('cannot make a picture that runs', () => {
    expect(show(() => <Picture photo={{ src: 'data:text/html,x', alt: '', width: 1, height: 1 }} />)).toContain('src="#"')
  })
})

describe('addresses', () => {
  it('lie below the base of the town', () => {
    const html = show(
      () => (
        <Card
          title="x"
          href="/meldungen/1"
          photo={{ src: '/dateien/1', alt: 'y', width: 4, height: 3, sizes: [{ src: '/dateien/1?b=400', width: 400 }] }}
        />
      ),
      {
        base: '/t/eulenrode',
      },
    )
    expect(html).toContain('href="/t/eulenrode/meldungen/1"')
    expect(html).toContain('src="/t/eulenrode/dateien/1"')
    expect(html).toContain('srcset="/t/eulenrode/dateien/1?b=400 400w"')
  })

  it('change one query value and keep the others', () => {
    expect(withQuery('/m?a=1&b=2', { b: '3' })).toBe('/m?a=1&b=3')
    expect(withQuery('/m?a=1', { a: undefined })).toBe('/m')
    expect(withQuery('/m', { q: 'ä&b' })).toBe('/m?q=%C3%A4%26b')
    fc.assert(
      fc.property(
        fc.string(),
        (value) => new URL(withQuery('/m?x=1', { q: value }), 'http://t.example').searchParams.get('q') === value.toWellFormed(),
      ),
    )
  })
})

describe('Pager', () => {
  it('is nothing on a list of one page', () =>
    expect(
      show(() => (
        <div>
          <Pager />
        </div>
      )),
    ).toBe('<div></div>'))

  it('leads only where there is something', () => {
    const html = show(() => <Pager next="/m?nach=x" />)
    expect(html).toContain('rel="next"')
    expect(html).not.toContain('rel="prev"')
  })
})

describe('Time', () => {
  it.each([
    [10, 'gerade eben'],
    [60, 'vor 1 Minute'],
    [59 * 60 + 59, 'vor 59 Minuten'],
    [3600, 'vor 1 Stunde'],
    [24 * 3600, 'gestern'],
    [-3 * 24 * 3600, 'in 3 Tagen'],
    [15 * 24 * 3600, '21. Februar 2026'],
  ])('%i seconds ago is "%s"', (seconds, words) => expect(inFrame(sampleFrame(), () => relativeTime(before(seconds), now))).toBe(words))

  it('says the exact date too, in the time of the town', () => {
    const html = show(() => <Time at={new Date('2026-03-08T10:30:00Z')} />)
    expect(html).toContain('title="8. März 2026 um 11:30"')
    expect(html).toContain('datetime="2026-03-08T10:30:00.000Z"')
  })
})

describe('Table', () => {
  const columns = [
    { key: 'n', label: 'Nummer', names: true, show: (row: { n: string; d: number }) => row.n },
    {
      key: 'd',
      label: 'Tage',
      numeric: true,
      sort: { href: '/m?s=d', now: 'ascending' as const },
      show: (row: { n: string; d: number }) => row.d,
    },
  ]

  it('names its rows, says how it is sorted, and carries the labels that a phone shows', () => {
    const html = show(() => <Table caption="Liste" columns={columns} rows={[{ n: 'M-1', d: 3 }]} rowKey={(row) => row.n} />)
    expect(html).toContain('aria-sort="ascending"')
    expect(html).toMatch(/<th [^>]*scope="row"[^>]*>M-1/)
    expect(html).toContain('data-label="Tage"')
  })

  it('shows what was given for no rows', () =>
    expect(show(() => <Table caption="Liste" columns={columns} rows={[]} rowKey={(row) => row.n} empty={<p>leer</p>} />)).toBe(
      '<p>leer</p>',
    ))
})

it('a list of facts leaves out what is not known, but not a zero', () => {
  const html = show(() => (
    <DefinitionList
      items={[
        { term: 'a', value: undefined },
        { term: 'b', value: 0 },
        { term: 'c', value: '' },
      ]}
    />
  ))
  expect(html.match(/<dt/g)).toHaveLength(1)
  expect(html).toContain('>0</dd>')
})

it('a QR code keeps its quiet zone of four modules', () => {
  const html = show(() => <QrCode address="https://stadt.example/m/1" label="Meldung" />)
  const side = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1])
  const columns = [...html.matchAll(/M(\d+) (\d+)h1/g)].flatMap((match) => [Number(match[1]), Number(match[2])])
  expect(Math.min(...columns)).toBe(4)
  expect(Math.max(...columns)).toBe(side - 5)
})
