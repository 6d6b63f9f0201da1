import { setTimeout as wait } from 'node:timers/promises'
import { dateTime, foreignOf, halvesOf, isIn, type Window } from './request.rules.ts'

export type Source = {
  /** Root of the other system's GeoReport v2, with a slash at the end. */
  base: URL
  jurisdiction: string | undefined
}

const PAGE_SIZE = 200
/** As many as one answer holds by the standard: with so many there may be more. */
const MOST = 1_000
const TIMEOUT_MS = 60_000
const MOST_BYTES = 64 * 1024 * 1024
/** Seconds between attempts. */
const pauses = [1, 2, 5, 10, 30]

/** What is kept of a source: its address, and whose reports of it. */
export const nameOf = ({ base, jurisdiction }: Source): string => base.href + (jurisdiction ? `#${jurisdiction}` : '')

const addressOf = ({ base, jurisdiction }: Source, path: string, query: Record<string, string> = {}): URL => {
  const url = new URL(path, base)
  for (const [name, value] of Object.entries({ ...query, ...(jurisdiction ? { jurisdiction_id: jurisdiction } : {}) }))
    url.searchParams.set(name, value)
  return url
}

type Answer = { list: unknown[]; next: URL | undefined }

/** Asks again where that may help. Throws a sentence for the operator. */
async function ask(url: URL): Promise<Answer> {
  let trouble = ''
  for (const pause of [...pauses, undefined]) {
    const answer = await once(url)
    if ('list' in answer) return answer
    trouble = answer.trouble
    if (!answer.again || pause === undefined) break
    await wait(Math.max(pause, Math.min(answer.after, 120)) * 1_000)
  }
  throw new Error(`${url.origin}${url.pathname} ${trouble}`)
}

async function once(url: URL): Promise<Answer | { trouble: string; again: boolean; after: number }> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!response.ok) {
      const words = (await response.text()).slice(0, 300)
      const after = Number(response.headers.get('retry-after')) || 0
      return { trouble: `answers ${response.status}: ${words}`, again: response.status === 429 || response.status >= 500, after }
    }
    const body = await response.text()
    if (body.length > MOST_BYTES) return { trouble: 'answers with more than can be read at once', again: false, after: 0 }
    const value: unknown = JSON.parse(body)
    if (!Array.isArray(value)) return { trouble: 'does not answer with a list', again: false, after: 0 }
    return { list: value, next: nextIn(response.headers.get('link'), url) }
  } catch (error) {
    const syntax = error instanceof SyntaxError
    return { trouble: syntax ? 'does not answer with JSON' : `does not answer: ${(error as Error).message}`, again: !syntax, after: 0 }
  }
}

/**
 * The next page that an answer names. A server behind another one may name itself as everybody knows it; it is asked on where it was
 * asked so far, and nowhere else.
 */
function nextIn(link: string | null, here: URL): URL | undefined {
  const address = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1]
  if (!address || !URL.canParse(address, here)) return undefined
  const { pathname, search } = new URL(address, here)
  return pathname === here.pathname ? new URL(search, here) : undefined
}

export const servicesOf = async (source: Source): Promise<unknown[]> => (await ask(addressOf(source, 'services.json'))).list

/** By its number; what has none is known by everything it says. */
const keyOf = (raw: unknown): string => String((raw as { service_request_id?: unknown } | null)?.service_request_id || JSON.stringify(raw))

/** False where a server overlooked the dates: to ask for half the window would help nothing. */
const mayBeIn = (raw: unknown, window: Window): boolean => {
  const sentAt = foreignOf(raw)?.sentAt
  return sentAt === undefined || isIn(sentAt, window)
}

/**
 * Everything that was sent in a window, page by page: by the next page an answer names, else by counting pages until one brings nothing new. A
 * server that knows no pages answers with everything, and with at most a thousand: then the window is cut in half.
 */
export async function* pagesOf(source: Source, window: Window): AsyncGenerator<unknown[]> {
  const query = { start_date: dateTime(window.from), end_date: dateTime(window.until), extensions: 'true', page_size: String(PAGE_SIZE) }
  const seen = new Set<string>()
  const asked = new Set<string>()
  const numbered = (page: number) => addressOf(source, 'requests.json', { ...query, page: String(page) })
  let names = false
  let url: URL | undefined = numbered(1)
  for (let page = 1; url; page += 1) {
    asked.add(url.href)
    const { list, next }: Answer = await ask(url)
    const cut = page === 1 && !next && list.length >= MOST && list.every((raw) => mayBeIn(raw, window))
    const halves = cut ? halvesOf(window) : undefined
    if (halves) {
      for (const half of halves) yield* pagesOf(source, half)
      return
    }
    const fresh = list.filter((raw) => !seen.has(keyOf(raw)))
    for (const raw of fresh) seen.add(keyOf(raw))
    if (fresh.length > 0) yield fresh
    names ||= next !== undefined
    const whole = list.length > PAGE_SIZE
    // A server that names the same page again and again would keep us for ever.
    if (next && asked.has(next.href)) return
    url = next ?? (names || whole || fresh.length === 0 ? undefined : numbered(page + 1))
  }
}
