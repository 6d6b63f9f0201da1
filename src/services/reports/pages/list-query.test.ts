import { expect, it } from 'vitest'
import { stages } from '#platform/process.ts'
import { activeFilters, filterOf, ListQuery, listAddress, stageFilters } from './list-query.ts'

const now = new Date('2026-05-07T07:20:00Z')
const known = {
  now,
  districts: [{ id: 'd1', code: 'mitte', name: 'Mitte', postcode: undefined, population: undefined, lat: 49, lon: 11 }],
  categories: [
    { id: 'c1', code: 'pothole', groupCode: 'street' },
    { id: 'c2', code: 'sidewalk', groupCode: 'street' },
    { id: 'c3', code: 'lamp', groupCode: 'light' },
  ] as never,
}

it('means what it says', () => {
  expect(
    filterOf(ListQuery.parse({ stand: 'offen', art: 'gruppe:street', ortsteil: 'mitte', zeit: 'woche', q: ' Laterne ' }), known),
  ).toEqual({
    stages: ['received', 'accepted', 'inProgress', 'yourTurn'],
    typeIds: ['c1', 'c2'],
    districtId: 'd1',
    from: new Date('2026-04-30T07:20:00Z'),
    text: 'Laterne',
  })
})

it('does not fail on what it does not know', () => {
  const query = ListQuery.parse({ stand: 'nie', art: 'x', ortsteil: '?', zeit: 'ewig', sort: 'quer', nach: ['a', 'b'] })
  expect(filterOf(query, known)).toEqual({ stages: undefined, typeIds: undefined, districtId: undefined, from: undefined, text: undefined })
})

it('a word that names something of every object means nothing', () => {
  const query = ListQuery.parse({ stand: 'constructor', zeit: 'toString' })
  expect(filterOf(query, known)).toMatchObject({ stages: undefined, from: undefined })
})

it('filters by stages that there are, and every public stage can be asked for', () => {
  const asked = new Set([...stageFilters.values()].flat())
  expect([...asked].sort()).toEqual(stages.filter((stage) => stage !== 'draft').toSorted())
})

it('an address keeps the filters and forgets the page', () => {
  const query = ListQuery.parse({ stand: 'offen', q: 'ä&b', nach: 'xyz' })
  expect(listAddress('/meldungen', query)).toBe('/meldungen?stand=offen&q=%C3%A4%26b')
  expect(listAddress('/meldungen', query, { vor: 'abc' })).toBe('/meldungen?stand=offen&q=%C3%A4%26b&vor=abc')
  expect(activeFilters(query)).toBe(2)
})
