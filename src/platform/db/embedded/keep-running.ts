import { setTimeout as pause } from 'node:timers/promises'
import { clearLeftovers, endWorkers, shutDown } from './leftovers.ts'
import { pruneLogs } from './logs.ts'
import { choosePort, isFree } from './port.ts'
import { signal } from './process-table.ts'
import { type Server, type ServerPlace, startServer } from './server.ts'

type Log = (text: string) => void
const ATTEMPTS = 8

/** Keeps a server running: if its process dies (killed, out of memory) it is started again on the same port. */
export async function keepRunning(place: Omit<ServerPlace, 'port'>, log: Log): Promise<{ port: number; stop(): Promise<void> }> {
  const port = { current: await choosePort(place.home) }
  // On the first start another program may take the port in the moment before the server does.
  let server = await start(place, log, async () => {
    if (!(await isFree(port.current))) port.current = await choosePort(place.home)
    return port.current
  })
  const fixedPort = async () => port.current

  let stopping = false
  const keeping = (async () => {
    for (;;) {
      await server.ended
      if (stopping) return
      log('The database server ended unexpectedly; starting it again …')
      server = await start(place, log, fixedPort)
      log('The database server is running again.')
      if (stopping) await shutDown(server.pid)
    }
  })().catch((error: unknown) => log(`The database server could not be started again: ${error instanceof Error ? error.message : error}`))

  const tidying = setInterval(() => pruneLogs(place.cluster), 600_000).unref()
  const atExit = () => signal(server.pid, 'SIGINT')
  process.once('exit', atExit)

  return {
    port: port.current,
    async stop() {
      stopping = true
      clearInterval(tidying)
      process.off('exit', atExit)
      server.hold()
      if (!server.hasEnded()) await shutDown(server.pid)
      await keeping
      await endWorkers(place.cluster)
    },
  }
}

/** Tries again with growing pauses: processes of the earlier server may still be holding its memory or its port. */
async function start(place: Omit<ServerPlace, 'port'>, log: Log, choose: () => Promise<number>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftovers(place.cluster, log)
    pruneLogs(place.cluster)
    const port = await choose()
    try {
      return await startServer({ ...place, port }, log)
    } catch (error) {
      const passing = !(await isFree(port)) || (error instanceof Error && /shared memory|lock file/.test(error.message))
      if (!passing || attempt === ATTEMPTS) throw error
      await pause(50 * 2 ** attempt)
    }
  }
}
