import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TimelineEntry } from '../../cases/index.ts'
import { standsAt, withoutCrowd } from './crowd.rules.ts'

const entry = (kind: string, count?: number): TimelineEntry => ({
  id: '',
  kind,
  at: new Date(0),
  audience: 'public',
  title: { key: kind, params: count === undefined ? {} : { count } },
  role: 'supporter',
  unitName: undefined,
  personName: undefined,
  partyId: undefined,
  caseId: 'c1',
  otherNumber: undefined,
  text: undefined,
  photos: [],
})
const short = (entries: readonly TimelineEntry[]) => entries.map(({ kind, title }) => `${kind} ${title.params.count ?? ''}`.trim())

it('sums up who joined between two steps', () => {
  const entries = [entry('sent'), entry('report.joined', 1), entry('report.joined', 3), entry('report.joined', 2), entry('done')]
  const lines = withoutCrowd([...entries, entry('report.joined', 4)])
  expect(short(lines)).toEqual(['sent', 'report.joined 3', 'done', 'report.joined 4'])
  expect(standsAt(lines)).toBe(2)
})

it('loses no step, and never leaves two joined lines beside each other', () => {
  const kinds = fc.array(fc.constantFrom('sent', 'done', 'report.joined'))
  fc.assert(
    fc.property(kinds, (all) => {
      const lines = withoutCrowd(all.map((kind, i) => entry(kind, kind === 'report.joined' ? i : undefined)))
      const steps = (list: readonly string[]) => list.filter((kind) => kind !== 'report.joined')
      expect(steps(lines.map(({ kind }) => kind))).toEqual(steps(all))
      expect(lines.some(({ kind }, i) => kind === 'report.joined' && lines[i + 1]?.kind === kind)).toBe(false)
    }),
  )
})
