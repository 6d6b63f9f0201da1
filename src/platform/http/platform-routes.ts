import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { metricsText } from '../metrics.ts'
import type { House } from './house.ts'
import { openApi } from './openapi.ts'

/** Addresses of the program itself, the same for every town. Undefined: not one of them. */
export function platformAnswer(house: House, request: Request, url: URL, address: string): Promise<Response> | Response | undefined {
  switch (url.pathname) {
    case '/healthz':
      return plain('ok')
    case '/readyz':
      return house.ready().then((ready) => (ready ? plain('ready') : plain('not ready', 503)))
    case '/metrics':
      return mayMeasure(house, request, address) ? metricsText().then(({ body, type }) => plain(body, 200, type)) : plain('not found', 404)
    case '/api/openapi.json':
      return new Response(JSON.stringify(openApi(house.modules)), {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
      })
    default:
      return undefined
  }
}

const plain = (body: string, status = 200, type = 'text/plain; charset=utf-8'): Response =>
  new Response(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } })

/** Figures are for the local network, or for who knows the token; behind a proxy everybody looks local, so there only by token. */
function mayMeasure(house: House, request: Request, address: string): boolean {
  const given = request.headers.get('authorization')?.replace(/^Bearer /, '')
  if (house.metricsToken && given && given.length === house.metricsToken.length)
    return timingSafeEqual(Buffer.from(given), Buffer.from(house.metricsToken))
  return house.trustProxy === 0 && !house.metricsToken && isLocal(address)
}

const isLocal = (address: string): boolean => {
  const plainAddress = address.replace(/^::ffff:/, '')
  return isIP(plainAddress) === 4
    ? /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(plainAddress)
    : /^(::1$|f[cd]|fe80)/i.test(plainAddress)
}
