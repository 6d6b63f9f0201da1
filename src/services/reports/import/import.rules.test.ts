import { describe, expect, test } from 'vitest'
import { type Category, CategoryInput } from '../category.rules.ts'
import { madeCode, match } from './category.rules.ts'
import { digestOf, type Foreign, refusalOf } from './foreign.rules.ts'

const now = new Date('2026-05-07T07:20:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const fine: Foreign = {
  ...{ id: '7', serviceCode: 'a', serviceName: 'Laterne', text: 'Dunkel', address: '', lat: 49.05, lon: 11.05, sentAt: ago(100) },
  ...{ changedAt: undefined, expectedAt: undefined, outcome: 'open', word: '', photoUrl: undefined },
}
const town = { bounds: [11, 49, 11.1, 49.1] as const }

test.each<[Partial<Foreign>, string | undefined]>([
  [{}, undefined],
  [{ id: '' }, 'noNumber'],
  [{ sentAt: undefined }, 'noDate'],
  [{ sentAt: ago(-4) }, undefined],
  [{ sentAt: ago(-6) }, 'inFuture'],
  [{ lat: undefined }, 'noPlace'],
  [{ lat: 0, lon: 0 }, 'noPlace'],
  [{ lat: 490.5 }, 'noPlace'],
  [{ lon: -180.1 }, 'noPlace'],
  [{ lat: 48.99 }, 'outsideTown'],
  [{ lon: 11.11 }, 'outsideTown'],
  [{ text: '' }, undefined],
  [{ text: '', serviceName: '' }, 'noText'],
  [{ outcome: 'done' }, 'noClosingDate'],
  [{ outcome: 'ended', changedAt: ago(101) }, 'closedBeforeSent'],
  [{ outcome: 'done', changedAt: ago(100) }, undefined],
])('%o → %s', (other, why) => expect(refusalOf({ ...fine, ...other }, town, now)).toBe(why))

test('a town without bounds takes every place', () => {
  expect(refusalOf({ ...fine, lat: -10 }, { bounds: undefined }, now)).toBeUndefined()
})

test('anything that is said otherwise is another digest', () => {
  const others: Partial<Foreign>[] = [
    ...[{ text: 'x' }, { address: 'x' }, { lat: 49.06 }, { sentAt: ago(99) }, { changedAt: ago(1) }, { outcome: 'done' as const }],
    ...[{ word: 'x' }, { photoUrl: 'https://x.example' }, { serviceCode: 'x' }, { expectedAt: ago(1) }],
  ]
  const digests = [{}, ...others].map((other) => digestOf({ ...fine, ...other }).toString('hex'))
  expect(new Set(digests).size).toBe(digests.length)
  expect(digestOf({ ...fine }).equals(digestOf(fine))).toBe(true)
})

describe('categories', () => {
  const category = (code: string, de: string, more: Partial<Category> = {}): Category => ({
    ...CategoryInput.parse({ code, groupCode: 'g', name: { de, en: `${de} en` } }),
    ...{ id: code, hint: undefined, danger: undefined, unitId: undefined, position: 0, closedAt: undefined },
    ...more,
  })
  const all = [
    category('lamp', 'Laterne', { keywords: ['leucht', 'laterne'] }),
    category('tree', 'Baum', { keywords: ['baum', 'ast'] }),
    category('import-old', 'Altes', { closedAt: now, keywords: ['graffiti'] }),
  ]
  const of = (code: string, name: string, named = {}) => {
    const found = match({ code, name }, all, named)
    return found && [found.category.code, found.how]
  }
  test.each([
    ['9', 'Straßenlaterne defekt', ['lamp', 'keyword']],
    ['9', 'laterne', ['lamp', 'name']],
    ['9', 'Baum EN', ['tree', 'name']],
    ['tree', 'Irgendwas', ['tree', 'code']],
    ['old', 'Irgendwas', ['import-old', 'code']],
    ['9', 'Leuchte am Baum', undefined],
    ['9', 'Graffiti', undefined],
    ['', '', undefined],
  ])('%s %s', (code, name, found) => expect(of(code, name)).toEqual(found))

  test('what the file says comes first', () => {
    expect(of('tree', 'Baum', { tree: 'lamp' })).toEqual(['lamp', 'file'])
    expect(of('tree', 'Baum', { tree: 'gone' })).toBeUndefined()
  })

  test('codes that are made can be codes', () => {
    for (const service of [
      { code: 'A/B c', name: '' },
      { code: '', name: 'Müll & Öl' },
      { code: '', name: '…' },
      { code: 'x'.repeat(100), name: '' },
    ])
      expect(madeCode(service)).toMatch(/^import-[a-z0-9-]{1,53}$/)
    expect(madeCode({ code: '', name: 'Müll & Öl' })).toBe('import-muell-oel')
  })
})
