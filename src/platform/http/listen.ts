import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'
import { expressOf } from './express.ts'
import type { House } from './house.ts'
import { createServer } from './server.ts'

export type Web = { port: number; stop(): Promise<void> }

const GRACE_MS = 10_000

/** Opens the port. Stopping lets running requests finish, for at most ten seconds; open streams are closed. */
export async function startWeb(house: House, { port, host }: Pick<Config, 'port' | 'host'>): Promise<Web> {
  const answer = createServer(house)
  const express = expressOf(house)
  const longWay = getRequestListener(
    async (request, { incoming }) => express.note(incoming as IncomingMessage, await answer(request, incoming.socket.remoteAddress)),
    { hostname: host, overrideGlobalObjects: true },
  )
  const server = await new Promise<Server>((resolve, reject) => {
    const opened = createHttpServer((incoming, outgoing) => void (express.answer(incoming, outgoing) || longWay(incoming, outgoing)))
    opened.listen(port, host, () => resolve(opened))
    opened.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program. Set PORT to a free one, such as PORT=3001.`)
          : error,
      ),
    )
    // A body that trickles in must not hold a connection for ever; uploads send their parts in time.
    opened.requestTimeout = 120_000
    opened.headersTimeout = 15_000
    opened.keepAliveTimeout = 20_000
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
