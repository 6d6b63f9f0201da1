import { z } from 'zod'

/** What was done with many cases, and what was not and why. */
export type BulkResult<A extends string = string> = { was: A; done: string[]; failed: { number: string; code: string }[]; liste: string }

/** The result in an address, so that the page can be loaded again and kept. */
export const writeResult = ({ was, done, failed, liste }: BulkResult): string =>
  new URLSearchParams({
    was,
    fertig: done.join(','),
    nicht: failed.map(({ number, code }) => `${number}~${code}`).join(','),
    liste,
  }).toString()

export const resultFields = {
  fertig: z.string().max(5000).default(''),
  nicht: z.string().max(10_000).default(''),
  liste: z.string().max(2000).default(''),
}

export function readResult<A extends string>({
  was,
  fertig,
  nicht,
  liste,
}: {
  was: A
  fertig: string
  nicht: string
  liste: string
}): BulkResult<A> {
  const failed = nicht
    .split(',')
    .filter(Boolean)
    .map((entry) => entry.split('~'))
  return { was, done: fertig.split(',').filter(Boolean), failed: failed.map(([number = '', code = '']) => ({ number, code })), liste }
}
