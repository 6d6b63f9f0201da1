import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { newId } from '../ids.ts'
import { countRequest } from '../metrics.ts'
import { encodingOf } from './answer.ts'
import type { House } from './house.ts'
import { bytesOf, type CachedPage } from './page-cache.ts'

/** An answer that was made from a kept page, and the name under which that page is kept. */
type FromKept = { page: CachedPage; key: string }
type Ready = FromKept & { headers: string[]; body: Buffer }

const fromKept = new WeakMap<Response, FromKept>()

/** Says of an answer that it shows a kept page and nothing else. */
export function isKept(response: Response, it: FromKept): Response {
  fromKept.set(response, it)
  return response
}

/** Most memory for answers that are ready. */
const BYTES = 32 * 1024 * 1024

/** All that a kept page and the way it is sent depend on. Who sends more (a session, a condition) is answered the long way. */
function questionOf({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || headers.authorization || headers['if-none-match'] || headers.range) return undefined
  return [headers.host, url, headers['accept-language'], headers['accept-encoding'], headers.cookie, headers['x-forwarded-proto']].join(
    '\n',
  )
}

/**
 * The same question again gets the same bytes at once, as long as the page it was answered with is kept: a rush on the start page costs
 * no more than sending it (bench/README.md).
 */
export function expressOf({ cache, clock }: Pick<House, 'cache' | 'clock'>) {
  const known = new LRUCache<string, Ready>({ max: 2_000, maxSize: BYTES, sizeCalculation: ({ body }) => body.length + 1_000 })
  return {
    /** True when it is answered. */
    answer(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
      const started = performance.now()
      const question = questionOf(incoming)
      const ready = question === undefined ? undefined : known.get(question)
      if (!ready) return false
      if (cache.get(ready.key, clock().getTime()) !== ready.page) {
        // It would keep the old page in memory.
        known.delete(question ?? '')
        return false
      }
      outgoing.writeHead(200, [...ready.headers, 'x-request-id', newId()])
      outgoing.end(ready.body)
      countRequest('GET', 200, (performance.now() - started) / 1000)
      return true
    },

    /** Remembers an answer that was made from a kept page. */
    note(incoming: IncomingMessage, response: Response): Response {
      const kept = fromKept.get(response)
      const question = kept && questionOf(incoming)
      if (!kept || question === undefined || response.status !== 200 || response.headers.has('set-cookie')) return response
      const body = bytesOf(kept.page, encodingOf(response.headers.get('content-encoding')))
      const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length').flat()
      known.set(question, { ...kept, body, headers: [...headers, 'content-length', String(body.length)] })
      return response
    },
  }
}
