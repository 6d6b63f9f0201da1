import { LRUCache } from 'lru-cache'
import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'
import { type DataFormat, formatsOf } from '#platform/open-data/format.rules.ts'
import { nextLines } from '#platform/open-data/lines.sql.ts'

/** So many rows tell how long one is. */
const SAMPLE = 100

/** Bytes of a row by town, data set and format. */
const lengths = new LRUCache<string, number>({ max: 5_000, ttl: 3_600_000 })

/** About how large each file is, before it is compressed: its first rows, times how many there are. */
export async function sizesOf(ctx: Ctx, set: DataSet): Promise<Partial<Record<DataFormat, number>>> {
  const sizes: Partial<Record<DataFormat, number>> = {}
  for (const format of formatsOf(set)) sizes[format] = Math.round(set.count * (await lengthOfRow(ctx, set, format)))
  return sizes
}

async function lengthOfRow(ctx: Ctx, set: DataSet, format: DataFormat): Promise<number> {
  const key = `${ctx.town.id} ${set.name} ${format}`
  const known = lengths.get(key)
  if (known !== undefined) return known
  const page = await nextLines(ctx, set, format, '', SAMPLE)
  if (!page) return 0
  const length = Buffer.byteLength(page.lines) / page.count
  lengths.set(key, length)
  return length
}
