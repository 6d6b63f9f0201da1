import { expect, test } from 'vitest'
import { duplicateFigures, labelledPairs, proposes } from '../../../bench/duplicates.ts'

const pairs = labelledPairs()

test('the labelled set is large and has both kinds, hard ones among them', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300)
  const count = (test: (why: string, same: boolean) => boolean) => pairs.filter(({ why, same }) => test(why, same)).length
  expect(count((_, same) => same)).toBeGreaterThanOrEqual(120)
  expect(count((why) => why.startsWith('same street'))).toBeGreaterThanOrEqual(40)
  expect(count((why) => why.startsWith('same thing weeks later'))).toBeGreaterThanOrEqual(40)
  expect(count((why) => why.startsWith('same kind, another'))).toBeGreaterThanOrEqual(40)
})

test('nine of ten doubles are found, and at most one proposal in ten is wrong', () => {
  const { recall, wrong } = duplicateFigures(pairs)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(wrong).toBeLessThanOrEqual(0.1)
})

test('even if what was repaired is left out of the count', () => {
  const { recall, wrong } = duplicateFigures(pairs.filter(({ open }) => open))
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(wrong).toBeLessThanOrEqual(0.1)
})

test('what was repaired is never proposed again', () => {
  expect(pairs.filter(({ open }) => !open).some(proposes)).toBe(false)
})
