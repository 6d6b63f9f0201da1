import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { House } from './house.ts'
import { createServer } from './server.ts'

export type Web = { port: number; stop(): Promise<void> }

const GRACE_MS = 10_000

/** Opens the port. Stopping lets running requests finish, for at most ten seconds; open streams are closed. */
export async function startWeb(house: House, { port, host }: Pick<Config, 'port' | 'host'>): Promise<Web> {
  const answer = createServer(house)
  const server = await new Promise<Server>((resolve, reject) => {
    const opened = serve(
      { port, hostname: host, overrideGlobalObjects: true, fetch: (request, env) => answer(request, env.incoming.socket.remoteAddress) },
      () => resolve(opened),
    ) as Server
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
