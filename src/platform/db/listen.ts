import { Client } from 'pg'
import type { Log } from '../log.ts'

export type Ear = { stop(): Promise<void> }
type Hearing = { heard: (payload: string) => void; connected: (yes: boolean) => void; log: Log }

/** Listens to a channel on a connection of its own, and connects again when it is lost. */
export function listenTo(url: string, channel: string, { heard, connected, log }: Hearing): Ear {
  let client: Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    if (stopped) return
    const fresh = new Client({
      connectionString: url,
      application_name: 'stadtplatz-listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    })
    client = fresh
    let lost = false
    const again = () => {
      if (lost) return
      lost = true
      connected(false)
      fresh.end().catch(() => {})
      if (!stopped) timer = setTimeout(connect, 500)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => payload && heard(payload))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
      connected(true)
    } catch (err) {
      log.warn({ err }, 'changes cannot be heard; trying again')
      again()
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
