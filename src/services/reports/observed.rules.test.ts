import { expect, it } from 'vitest'
import { clockDoubt } from './observed.rules.ts'

const received = new Date('2026-05-07T07:20:00Z')
const [minute, day] = [60_000, 86_400_000]

it.each([
  ['just now', 0, undefined],
  ['a clock that is five minutes fast', 5 * minute, undefined],
  ['a clock that is faster', 5 * minute + 1, 'future'],
  ['written in the woods a week ago', -7 * day, undefined],
  ['thirty days ago', -30 * day, undefined],
  ['longer ago', -30 * day - 1, 'old'],
] as const)('%s', (_, offset, doubt) => expect(clockDoubt(new Date(received.getTime() + offset), received)).toBe(doubt))
