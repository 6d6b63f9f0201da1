import { expect, it } from 'vitest'
import { type AssetReport, yearsOf } from './asset-history.rules.ts'

const report = (receivedAt: string, closedAt?: string, stage: AssetReport['stage'] = closedAt ? 'done' : 'received'): AssetReport => ({
  number: receivedAt,
  title: 'Laterne',
  stage,
  receivedAt: new Date(receivedAt),
  closedAt: closedAt ? new Date(closedAt) : undefined,
})

it('counts reports when they came and repairs when they were finished, by the clock of the town', () => {
  const reports = [
    report('2026-03-01T10:00:00Z'),
    report('2025-12-31T23:30:00Z', '2026-01-02T10:00:00Z'),
    report('2024-05-01T10:00:00Z', '2025-01-02T10:00:00Z'),
    report('2024-06-01T10:00:00Z', '2024-06-03T10:00:00Z', 'ended'),
  ]
  expect(yearsOf(reports, 'Europe/Berlin')).toEqual([
    { year: 2026, reports: 2, repairs: 1 },
    { year: 2025, reports: 0, repairs: 1 },
    { year: 2024, reports: 2, repairs: 0 },
  ])
})
