import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import { categories, type Exchanged, isExchangePlace, publicReport, reportsForExchange, reportsNumbered } from '#services/reports/index.ts'
import type { Answered } from './call.ts'
import { extendedRequestOf, type Note, requestOf, type Told } from './request.rules.ts'
import { MOST_A_PAGE, readSearch, type Search } from './search.rules.ts'

/** Public reports, newest first: those of the last 90 days, unless asked otherwise. */
export async function searchRequests(ctx: Ctx, { url }: { url: URL }): Promise<Answered> {
  const read = readSearch(url.searchParams, ctx.now())
  if ('errors' in read) return read
  const { search } = read
  if (search.ids.length > 0) return await answer(ctx, await reportsNumbered(ctx, search.ids), search.extensions, true)
  const { after } = search.page
  if (after && !isExchangePlace(after)) return { errors: [{ name: 'paging', facts: { most: MOST_A_PAGE } }] }
  const { items, next } = await reportsForExchange(ctx, await filterOf(ctx, search), search.page)
  const answered = await answer(ctx, items, search.extensions, false)
  return next ? { ...answered, headers: { link: `<${nextAddress(ctx, url, search, next)}>; rel="next"` } } : answered
}

export async function requestNamed(ctx: Ctx, { url, name }: { url: URL; name: string }): Promise<Answered> {
  const found = await reportsNumbered(ctx, [name])
  if (found.length === 0) return { errors: [{ name: 'request' }] }
  return await answer(ctx, found, /^(true|1)$/.test(url.searchParams.get('extensions') ?? ''), true)
}

async function filterOf(ctx: Ctx, { services, ...search }: Search) {
  const { from, until, closed, bounds, near, withPhoto, text, updatedAfter: changedAfter } = search
  const known = services.length > 0 ? await categories(ctx, { closed: true }) : []
  const typeIds = services.length > 0 ? known.flatMap(({ id, code }) => (services.includes(code) ? [id] : [])) : undefined
  return { typeIds, closed, from, until, changedAfter, bounds, near, withPhoto, text }
}

/** So many histories are told at once. */
const MOST_HISTORIES = 20

async function answer(ctx: Ctx, items: readonly Exchanged[], extended: boolean, named: boolean) {
  const told = await toldIn(ctx)
  const histories = named && extended && items.length <= MOST_HISTORIES
  const value = extended
    ? await Promise.all(items.map(async (it) => extendedRequestOf(it, told, histories ? await notesOf(ctx, it.number) : undefined)))
    : items.map((it) => requestOf(it, told))
  return { root: 'service_requests', value }
}

export async function toldIn(ctx: Ctx): Promise<Told> {
  const all = await categories(ctx, { closed: true })
  return { town: ctx.town, locale: ctx.locale, categories: new Map(all.map((category) => [category.id, category])) }
}

async function notesOf(ctx: Ctx, number: string): Promise<Note[]> {
  const timeline = (await publicReport(ctx, number))?.timeline ?? []
  return timeline.map(({ at, kind, title, text }) => ({ at, kind, text, title: textIn(ctx.locale, title.key, title.params) }))
}

/** The same search from there on; the key stays with its owner. */
function nextAddress(ctx: Ctx, url: URL, { page }: Search, cursor: string): string {
  const query = new URLSearchParams(url.searchParams)
  query.delete('page')
  query.delete('api_key')
  query.set('after', cursor)
  if (query.has('page_size')) query.set('page_size', String(page.limit))
  return `${ctx.town.origin}${url.pathname}?${query}`
}
