import { expect, test } from 'vitest'
import type { Ctx } from './context.ts'
import { once } from './once.ts'

const ctxThat = (readOnly: boolean) => ({ readOnly }) as Ctx

test('what a page asks twice is read once; another question, another page and whoever may write read for themselves', async () => {
  let reads = 0
  const read = async () => ++reads
  const page = ctxThat(true)
  expect(await Promise.all([once(page, 'a', read), once(page, 'a', read)])).toEqual([1, 1])
  expect(await once(page, 'b', read)).toBe(2)
  expect(await once(ctxThat(true), 'a', read)).toBe(3)
  const writing = ctxThat(false)
  expect([await once(writing, 'a', read), await once(writing, 'a', read)]).toEqual([4, 5])
})
