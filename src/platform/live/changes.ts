import type { Ctx } from '../context.ts'
import { type Ear, listenTo } from '../db/listen.ts'
import type { Log } from '../log.ts'
import { CHANNEL, notifyAll } from './changes.sql.ts'

/** `tags` name what changed in a town: `case:{id}`, `reports`, … They carry no content. */
export type Change = { townId: string; tags: readonly string[]; eventId?: string | undefined }
type Hear = (change: Change) => void

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
  await notifyAll(ctx, JSON.stringify(change))
  ctx.afterCommit(() => spread(change))
}

/** Hears the changes of all processes from now on. */
export const listen = (url: string, log: Log): Ear =>
  listenTo(url, CHANNEL, {
    heard: (payload) => spread(JSON.parse(payload) as Change),
    connected: (yes) => {
      for (const hear of connectionHearers) hear(yes)
    },
    log,
  })
