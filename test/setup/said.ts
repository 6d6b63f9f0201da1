import { expect } from 'vitest'

/** What was found, for the message of a failure: vitest shortens lists. */
export const said = (found: readonly string[]): string => found.slice(0, 20).join('\n')

/** Fails with what was found, in its own words. */
export function expectNothing(found: Iterable<string>): void {
  const all = [...found]
  expect(all, said(all)).toEqual([])
}
