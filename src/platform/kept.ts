import { LRUCache } from 'lru-cache'
import type { Ctx } from './context.ts'
import { onChange, onConnection } from './live/changes.ts'

/** By town and tag, then by name; each is a short list. */
const facts = new LRUCache<string, Map<string, Promise<unknown>>>({ max: 5_000 })
let hearing = false

/** What changes without a word, such as an import by command, is seen after so long. */
const MINUTE = 60_000

onConnection((connected) => {
  hearing = connected
  facts.clear()
})
onChange(({ townId, tags }) => {
  for (const tag of tags) facts.delete(`${townId} ${tag}`)
})

/**
 * Facts of a town that pages need all the time and that change seldom (catalogue, districts): read once and kept in this process until
 * `tag` is announced, which must be said by whoever changes them. Writing requests always read for themselves. The value is shared:
 * nobody changes it.
 */
export async function kept<T>(ctx: Ctx, tag: string, name: string, read: () => Promise<T>): Promise<T> {
  if (!ctx.readOnly || !hearing) return await read()
  const key = `${ctx.town.id} ${tag}`
  const group = facts.get(key) ?? new Map<string, Promise<unknown>>()
  if (group.size === 0) facts.set(key, group, { ttl: MINUTE })
  const known = group.get(name) as Promise<T> | undefined
  if (known) return await known
  const reading = read()
  group.set(name, reading)
  reading.catch(() => group.delete(name))
  return await reading
}
