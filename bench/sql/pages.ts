import { type Stop, stopsOf } from '../../test/browser/pages/addresses.ts'
import { holderOf, staffEntrance } from '../../test/browser/pages/people.ts'
import { demoRoutes } from '../../test/browser/pages/routes.ts'
import { demoVisitor } from '../../test/setup/demo-visitor.ts'
import type { Piece } from './record.ts'

/** How many statements a page takes when it is made afresh and what seldom changes is known already. */
export type PageCount = { route: string; what: string; statements: number; ms: number; status: number }

/** Opens every page of the registry, as somebody who works with it, twice: the second time counts. Of files the beginning is enough. */
export async function visitPages(url: string, lastRequest: () => Piece | undefined, say: (text: string) => void): Promise<PageCount[]> {
  const counts: PageCount[] = []
  const enter = staffEntrance(url)
  for (const { route, stops } of await stopsOf(url, demoRoutes)) {
    // A stream of live changes ends only when the reader goes.
    if (route.path === '/live') continue
    const alone = async (what: string): Promise<Stop[]> => [
      { path: route.path, as: route.may === 'everyone' ? demoVisitor(url) : await enter(holderOf(route.may)), what },
    ]
    const chosen = Array.isArray(stops) ? stops : route.path.includes(':') ? [] : await alone(stops)
    for (const stop of chosen) {
      await begun(url, stop)
      const begin = performance.now()
      const status = await begun(url, stop)
      const ms = Math.round((performance.now() - begin) * 10) / 10
      counts.push({ route: route.path, what: stop.what ?? '', statements: lastRequest()?.statements ?? 0, ms, status })
    }
  }
  say(`${counts.length} pages and files of ${new Set(counts.map(({ route }) => route)).size} routes were opened.`)
  return counts.sort((a, b) => b.statements - a.statements)
}

/** Reads the answer, at most its first megabyte; its status. */
async function begun(url: string, { path, as }: Stop): Promise<number> {
  const cookies = [...as.cookies].map(([name, value]) => `${name}=${value}`)
  // The cookie of nobody: such a request is answered afresh, not from what is kept.
  const headers = { accept: 'text/html', cookie: (cookies.length > 0 ? cookies : ['sitzung=nobody']).join('; ') }
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  const reader = answer.body?.getReader()
  let read = 0
  while (reader && read < 1_000_000) {
    const { done, value } = await reader.read()
    if (done) break
    read += value.length
  }
  await reader?.cancel()
  return answer.status
}
