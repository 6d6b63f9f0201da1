import type { Ctx } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import { updatesForExchange } from '#services/reports/index.ts'
import type { Answered } from './call.ts'
import { MOST, windowOf } from './search.rules.ts'
import { updateOf } from './update.rules.ts'

/** What everybody was told, oldest first; who has read so far goes on by the address in `Link`. */
export async function searchUpdates(ctx: Ctx, { url }: { url: URL }): Promise<Answered> {
  const of = (name: string) => url.searchParams.get(name)?.trim() || undefined
  const window = windowOf({ start: of('start_date'), end: of('end_date'), now: ctx.now() })
  if ('name' in window) return { errors: [window] }
  const after = of('after')
  if (after && !uuidPattern.test(after)) return { errors: [{ name: 'paging', facts: { most: MOST } }] }
  const { items, next } = await updatesForExchange(ctx, { ...window, after }, MOST)
  const headers: Record<string, string> = next ? { link: `<${goOn(ctx, url, next)}>; rel="next"` } : {}
  return { root: 'service_request_updates', value: items.map(updateOf), headers }
}

function goOn(ctx: Ctx, url: URL, after: string): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('api_key')
  query.set('after', after)
  return `${ctx.town.origin}${url.pathname}?${query}`
}
