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
