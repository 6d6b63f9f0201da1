import { expect, test } from 'vitest'
import { PageCache } from './page-cache.ts'

const put = (cache: PageCache, begun = cache.begin(), now = 0) => cache.put('key', begun, '<p>x</p>', {}, ['town:report'], now)

test('a page is kept until one of its tags changes', () => {
  const cache = new PageCache()
  put(cache)
  cache.changed(['other:report'])
  expect(cache.get('key', 0)).toBeDefined()
  cache.changed(['town:report'])
  expect(cache.get('key', 0)).toBeUndefined()
})

test('a page that was read before a change is not kept after it', () => {
  const cache = new PageCache()
  const begun = cache.begin()
  cache.changed(['town:report'])
  put(cache, begun)
  expect(cache.get('key', 0)).toBeUndefined()
})

test('a page grows old', () => {
  const cache = new PageCache()
  put(cache)
  expect(cache.get('key', 59_000)).toBeDefined()
  expect(cache.get('key', 61_000)).toBeUndefined()
})

test('nothing is kept while changes of other processes cannot be heard', () => {
  const cache = new PageCache()
  put(cache)
  cache.switch(false)
  expect(cache.get('key', 0)).toBeUndefined()
  put(cache)
  expect(cache.get('key', 0)).toBeUndefined()
  cache.switch(true)
  put(cache)
  expect(cache.get('key', 0)).toBeDefined()
})

test('a rush on a page that is not there makes it once; who asks after a change has it made anew', async () => {
  const cache = new PageCache()
  let made = 0
  let finish = (): void => {}
  const gate = new Promise<void>((resolve) => {
    finish = resolve
  })
  const ask = () =>
    cache.together('key', async () => {
      made += 1
      const begun = cache.begin()
      await gate
      return { own: 'mine', page: put(cache, begun) }
    })
  const rush = [ask(), ask(), ask()]
  cache.changed(['town:report'])
  const later = ask()
  finish()
  const pages = await Promise.all([...rush, later])
  expect(made).toBe(2)
  expect(pages.every((each) => 'page' in each)).toBe(true)
})

test('what is for one reader alone, or fails, is made by everybody', async () => {
  const cache = new PageCache()
  let made = 0
  const alone = () => cache.together('key', async () => ({ own: ++made, page: undefined }))
  expect(await Promise.all([alone(), alone()])).toEqual([{ own: 1 }, { own: 2 }])
  await expect(cache.together('key', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await alone()).toEqual({ own: 3 })
})
