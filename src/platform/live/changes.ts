import { sql } from 'kysely'
import { Client } from 'pg'
import type { Ctx } from '../context.ts'
import type { Log } from '../log.ts'

/** `tags` name what changed in a town: `case:{id}`, `reports`, … They carry no content. */
export type Change = { townId: string; tags: readonly string[]; eventId?: string | undefined }
type Hear = (change: Change) => void

const CHANNEL = 'stadtplatz_changes'
const hearers = new Set<Hear>()
const connectionHearers = new Set<(connected: boolean) => void>()

/** Calls `hear` for every change of any process. Returns how to stop. */
export function onChange(hear: Hear): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

/** Tells whether changes of other processes can be heard at present. */
export const onConnection = (hear: (connected: boolean) => void): void => void connectionHearers.add(hear)

const spread = (change: Change): void => {
  for (const hear of hearers) hear(change)
}

/** Says in this transaction what it changes: others hear it after the commit, this process before it answers. */
export async function announce(ctx: Ctx, tags: readonly string[], eventId?: string): Promise<void> {
  const change: Change = { townId: ctx.town.id, tags: [...new Set(tags)].slice(0, 100), eventId }
  await sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(change)})`.execute(ctx.db)
  ctx.afterCommit(() => spread(change))
}

export type Ear = { stop(): Promise<void> }

/** Listens on a connection of its own and connects again when it is lost. */
export function listen(url: string, log: Log): Ear {
  let client: Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const tell = (connected: boolean) => {
    for (const hear of connectionHearers) hear(connected)
  }
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
      tell(false)
      fresh.end().catch(() => {})
      if (!stopped) timer = setTimeout(connect, 500)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => payload && spread(JSON.parse(payload) as Change))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${CHANNEL}`)
      tell(true)
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
