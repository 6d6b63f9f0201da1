import { describe, expect, it } from 'vitest'
import { sortOf, startOfDay } from './list-address.rules.ts'
import { filterOf, readQuery, reportList } from './list-view.rules.ts'

const { write: writeQuery, active: activeFilters } = reportList

const street = '01890000-0000-7000-8000-000000000001'
const groups: Record<string, string[]> = { strasse: [street] }
const typeIdsOf = (group: string) => groups[group] ?? []

describe('the address of the work list', () => {
  it('survives nonsense', () => expect(writeQuery(readQuery('ansicht=alles&stand=kaputt&ortsteil=7&von=gestern&q=loch'))).toBe('q=loch'))

  it('keeps what narrows the list and drops the page', () =>
    expect(writeQuery(readQuery('nach=abc&q=loch&ansicht=team&sort=oldest&stand=inWork'))).toBe(
      'ansicht=team&stand=inWork&q=loch&sort=oldest',
    ))

  it('changes one thing and keeps the rest', () =>
    expect(writeQuery(readQuery('ansicht=team&q=loch'), { ansicht: 'mine', q: undefined })).toBe('ansicht=mine'))

  it('counts filters without the tab and the order', () =>
    expect(activeFilters(readQuery('ansicht=team&sort=due&q=loch&stand=new'))).toBe(2))
})

describe('the question', () => {
  it('asks for all categories of a group', () =>
    expect(filterOf(readQuery('art=gruppe:strasse'), 'open', 'Europe/Berlin', typeIdsOf).typeIds).toEqual([street]))

  it('finds nothing in a group that is not there', () =>
    expect(filterOf(readQuery('art=gruppe:fort'), 'open', 'Europe/Berlin', typeIdsOf).typeIds).toEqual([]))

  it('asks for one category, and for all where it is none', () => {
    expect(filterOf(readQuery(`art=${street}`), 'open', 'Europe/Berlin', typeIdsOf).typeIds).toEqual([street])
    expect(filterOf(readQuery('art=unsinn'), 'open', 'Europe/Berlin', typeIdsOf).typeIds).toBeUndefined()
  })

  it('counts days as the town does, the last one included', () => {
    const { from, until } = filterOf(readQuery('von=2026-03-28&bis=2026-03-29'), 'open', 'Europe/Berlin', typeIdsOf)
    expect([from?.toISOString(), until?.toISOString()]).toEqual(['2026-03-27T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })

  it('begins a day at midnight on both sides of the change of the clocks', () => {
    expect(startOfDay('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-24T22:00:00.000Z')
    expect(startOfDay('2026-10-26', 'Europe/Berlin').toISOString()).toBe('2026-10-25T23:00:00.000Z')
  })

  it('shows what is due first in open lists', () => {
    expect([sortOf({}, 'team'), sortOf({}, 'all'), sortOf({ sort: 'oldest' }, 'all')]).toEqual(['due', 'received', 'oldest'])
  })
})
