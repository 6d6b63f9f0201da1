import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Raw } from '#platform/http/form.ts'
import { formatOf, type Value, written } from './answer.rules.ts'
import { errors, statusFor } from './error.rules.ts'
import { readPost } from './post.rules.ts'
import { momentOf, readSearch, windowOf } from './search.rules.ts'
import { readUpdate } from './update.rules.ts'

const now = new Date('2026-05-07T07:20:00Z')

describe('answers', () => {
  it('have the format of their suffix, XML without one, none that nobody knows', () => {
    expect(['/a', '/a.xml', '/a.json', '/a.yaml'].map(formatOf)).toEqual(['xml', 'xml', 'json', undefined])
  })

  it('say the same in XML: containers, nothing as an empty element, what is left out not at all', () => {
    const value = [{ service_code: 'a<b', metadata: true, keywords: null, description: undefined, values: [{ key: '1' }] }]
    expect(written('xml', 'services', value)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>a&lt;b</service_code><metadata>true</metadata><keywords/><values><value><key>1</key></value></values></service></services>\n',
    )
    expect(JSON.parse(written('json', 'services', value))).toEqual([
      { service_code: 'a<b', metadata: true, keywords: null, values: [{ key: '1' }] },
    ])
    expect(written('xml', 'service_requests', [])).toContain('<service_requests/>')
  })

  it('carry any text unchanged in both formats', () => {
    // What XML 1.0 cannot hold (section 2.2) is left out, and nothing else.
    const allowed = fc
      .string({ unit: 'binary' })
      .map((text) => text.toWellFormed().replace(/[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]/gu, ''))
    fc.assert(
      fc.property(allowed, (text) => {
        const value: Value = [{ description: text }]
        expect(readBack(written('xml', 'service_requests', value))).toBe(text)
        expect((JSON.parse(written('json', 'service_requests', value)) as { description: string }[])[0]!.description).toBe(text)
      }),
    )
  })
})

/** As an XML reader would: line ends become line feeds before anything else, then marks are resolved. */
function readBack(document: string): string {
  const inner = /<description>([^<]*)<\/description>|<description\/>/.exec(document.replace(/\r\n?/g, '\n'))?.[1] ?? ''
  expect(inner).not.toMatch(/&(?!(amp|lt|gt|quot|#13);)/)
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' }
  return inner.replace(/&([^;]+);/g, (_, name: string) => marks[name]!)
}

describe('errors', () => {
  it('keep to the numbers of the standard: 403 for the key, 404 for what is not there, 400 for all else of a caller', () => {
    const byStatus = Object.groupBy(Object.entries(errors), ([, { status }]) => status)
    expect(Object.keys(byStatus)).toEqual(['400', '403', '404', '409', '429', '500', '503'])
    expect(byStatus[403]?.map(([name]) => name)).toEqual(['keyMissing', 'scopeMissing'])
    expect(byStatus[404]?.map(([, { code }]) => code)).toEqual([40400, 40401, 40402, 40403, 40404])
    for (const [, { status, code }] of Object.entries(errors)) expect(String(code).startsWith(String(status))).toBe(true)
    expect(statusFor([{ name: 'coordinates' }, { name: 'service' }])).toBe(400)
  })
})

describe('a search', () => {
  it.each([
    ['2026-05-07T09:20:00+02:00', '2026-05-07T07:20:00.000Z'],
    ['2026-05-07T09:20:00 02:00', '2026-05-07T07:20:00.000Z'],
    ['2026-05-07T07:20:00.5Z', '2026-05-07T07:20:00.500Z'],
    ['2026-02-30T00:00:00Z', undefined],
    ['2026-05-07T07:20:00', undefined],
    ['2026-05-07T25:20:00Z', undefined],
    ['2026-05-07', undefined],
    ['gestern', undefined],
    ['', undefined],
  ])('reads the moment %j', (text, moment) => expect(momentOf(text)?.toISOString()).toBe(moment))

  it.each([
    [undefined, undefined, ['2026-02-06T07:20:00.000Z', undefined]],
    ['2026-01-01T00:00:00Z', undefined, ['2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z']],
    [undefined, '2026-04-01T00:00:00Z', ['2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z']],
    ['2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z', ['2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z']],
    ['2026-01-01T00:00:00Z', '2026-04-01T00:00:01Z', 'window'],
    ['2026-04-01T00:00:01Z', '2026-04-01T00:00:00Z', 'window'],
    ['gestern', undefined, 'date'],
    [undefined, 'morgen', 'date'],
  ])('between %j and %j', (start, end, expected) => {
    const window = windowOf({ start, end, now })
    expect('name' in window ? window.name : [window.from.toISOString(), window.until?.toISOString()]).toEqual(expected)
  })

  const search = (query: string) => readSearch(new URLSearchParams(query), now)
  const wrong = (query: string) => {
    const read = search(query)
    return 'errors' in read ? read.errors.map(({ name }) => name) : []
  }

  it.each([
    ['status=offen', ['status']],
    ['status=open,closed', []],
    ['status=OPEN', []],
    ['start_date=gestern&status=x', ['date', 'status']],
    ['bbox=1,2,3', ['area']],
    ['bbox=5,2,3,4', ['area']],
    ['bbox=1,2,3,4', []],
    ['lat=49&long=11', ['area']],
    ['lat=49&long=11&radius=500', []],
    ['lat=49&long=11&radius=0', ['area']],
    ['page=0', ['paging']],
    ['page=2&page_size=200', []],
    ['page_size=201', ['paging']],
    ['page=99999&page_size=200', ['paging']],
    ['updated_after=gestern', ['date']],
    ['status=&service_code=&start_date=&end_date=&service_request_id=&page=&bbox=', []],
    ['service_request_id=M-1&status=offen&start_date=gestern', []],
  ])('%s', (query, expected) => expect(wrong(query)).toEqual(expected))

  it('takes lists with commas and repeated, each once; ids override the rest; ordinary searches hold 1,000, pages 200', () => {
    const read = search('service_code=a,b&service_code=b,,c&status=closed')
    expect('search' in read && read.search).toMatchObject({ services: ['a', 'b', 'c'], closed: true, page: { limit: 1000, skip: 0 } })
    expect(search('service_request_id=M-1,M-2&status=open')).toMatchObject({ search: { ids: ['M-1', 'M-2'], closed: undefined } })
    expect(search('page=3&page_size=20')).toMatchObject({ search: { page: { limit: 20, skip: 40 } } })
    expect(search('extensions=true')).toMatchObject({ search: { extensions: true, page: { limit: 200 } } })
  })

  it('answers every query with a search or with what is wrong', () => {
    const names = [
      'status',
      'start_date',
      'end_date',
      'page',
      'page_size',
      'bbox',
      'lat',
      'long',
      'radius',
      'after',
      'q',
      'service_request_id',
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }))), (pairs) => {
        const read = readSearch(new URLSearchParams(pairs), now)
        expect('errors' in read ? read.errors.length > 0 : read.search.page.limit > 0).toBe(true)
      }),
    )
  })
})

const raw = (...pairs: [string, ...string[]][]): Raw => new Map(pairs.map(([name, ...values]) => [name, values]))

describe('an update', () => {
  it.each([
    [4000, []],
    [4001, ['descriptionTooLong']],
  ])('with %i emoji', (times, expected) => {
    const read = readUpdate(raw(['update_id', '1'], ['service_request_id', 'M-1'], ['status', 'OPEN'], ['description', '🚲'.repeat(times)]))
    expect('errors' in read ? read.errors.map(({ name }) => name) : []).toEqual(expected)
  })
})

describe('a post', () => {
  const whole: [string, ...string[]][] = [
    ['service_code', 'pothole'],
    ['lat', '49.05'],
    ['long', '11.05'],
  ]
  const wrong = (...pairs: [string, ...string[]][]) => {
    const read = readPost(raw(...pairs))
    return 'errors' in read ? read.errors.map(({ name }) => name) : []
  }

  it.each<[string[], [string, ...string[]][]]>([
    [[], whole],
    [['serviceMissing'], whole.slice(1)],
    [['serviceMissing'], [['service_code', ' '], ...whole.slice(1)]],
    [['locationMissing'], whole.slice(0, 1)],
    [['coordinates'], whole.slice(0, 2)],
    [['coordinates'], [whole[0]!, ['lat', '91'], ['long', '11']]],
    [['coordinates'], [whole[0]!, ['lat', 'Nord'], ['long', '11']]],
    [['coordinates'], [whole[0]!, ['lat', '1e1'], ['long', '11']]],
    [[], [whole[0]!, ['address_string', 'Lindenstraße 12']]],
    [[], [...whole, ['description', 'ä'.repeat(4000)]]],
    [['descriptionTooLong'], [...whole, ['description', 'ä'.repeat(4001)]]],
    [[], [...whole, ['description', '🚲'.repeat(4000)]]],
    [['descriptionTooLong'], [...whole, ['description', '🚲'.repeat(4001)]]],
    [['contactInvalid'], [...whole, ['email', 'nobody']]],
    [['contactInvalid'], [...whole, ['phone', '1']]],
    [[], [...whole, ['email', ''], ['phone', ''], ['media_url', '']]],
    [['attributeInvalid'], [...whole, ['attribute[size]', 'x'.repeat(1001)]]],
    [
      ['coordinates', 'descriptionTooLong'],
      [whole[0]!, ['lat', 'x'], ['description', 'ä'.repeat(4001)]],
    ],
  ])('lacks %j', (expected, pairs) => expect(wrong(...pairs)).toEqual(expected))

  it('reads attributes alone, repeated and with brackets, and of people no more than a name and ways to answer', () => {
    const read = readPost(
      raw(
        ...whole,
        ['attribute[size]', 'big'],
        ['attribute[kinds][]', 'a', 'b'],
        ['attribute[none]', ''],
        ['device_id', 'x'],
        ['first_name', 'Ada'],
        ['last_name', 'L'],
      ),
    )
    expect('posted' in read && [...read.posted.attributes]).toEqual([
      ['size', ['big']],
      ['kinds', ['a', 'b']],
    ])
    expect('posted' in read && read.posted).toMatchObject({ name: 'Ada L', point: { lat: 49.05, lon: 11.05 } })
    expect(JSON.stringify(read)).not.toContain('device')
    const long = readPost(raw(...whole, ['first_name', `${'x'.repeat(199)}🚲`], ['address_string', `${'x'.repeat(199)}🚲`]))
    expect('posted' in long && [long.posted.name, long.posted.address].every((text) => text?.isWellFormed())).toBe(true)
  })
})
