import { expect, test } from 'vitest'
import { foreignOf } from './request.rules.ts'

const known = '2026-05-07T07:20:00.000Z'

test.each<[unknown, string | undefined]>([
  [known, known],
  ['2026-05-07T09:20:00+02:00', known],
  ['1971-01-01T00:00:00Z', '1971-01-01T00:00:00.000Z'],
  // Words of systems that know no day.
  ['0001-01-01T00:00:00', undefined],
  ['1900-01-01T00:00:00Z', undefined],
  ['1970-01-01T00:00:00Z', undefined],
  ['9999-12-31T23:59:59Z', undefined],
  ['+275760-09-13T00:00:00Z', undefined],
  ['', undefined],
  ['gestern', undefined],
  [null, undefined],
])('the moment %j is %j', (written, at) => {
  const read = foreignOf({ requested_datetime: written, updated_datetime: written, expected_datetime: written })
  expect([read?.sentAt, read?.changedAt, read?.expectedAt].map((one) => one?.toISOString())).toEqual([at, at, at])
})
