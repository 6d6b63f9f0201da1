import type { Ctx } from '../context.ts'
import { type Ear, listenTo } from '../db/listen.ts'
import type { Log } from '../log.ts'
import { CHANNEL, type Change } from './change.ts'

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

/** Tells the hearers of this process. */
export const spread = (change: Change): void => {
  for (const hear of hearers) hear(change)
}

/**
 * Says what this transaction changes: others hear it after the commit, this process before it answers. A tag that is named again
 * stands for the newest event.
 */
export function announce(ctx: Pick<Ctx, 'outgoing'>, tags: readonly string[], eventId?: string): void {
  for (const tag of tags) ctx.outgoing.changed.set(tag, eventId ?? ctx.outgoing.changed.get(tag))
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
