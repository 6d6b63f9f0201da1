import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The port of the last start if it is still free (people keep it in their tools), otherwise one that the system chooses. */
export async function choosePort(home: string): Promise<number> {
  const file = join(home, 'port')
  const last = lastPort(file)
  if (last && (await isFree(last))) return last
  const port = await listenOnce(0)
  rmSync(file, { force: true })
  writeFileSync(file, `${port}\n`)
  return port
}

export async function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  )
}

function lastPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, 'utf8'))
    return port > 1023 && port < 65_536 ? port : undefined
  } catch {
    return undefined
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : port))
    })
  })
}
