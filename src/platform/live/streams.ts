import { countStreams } from '../metrics.ts'
import type { Change } from './change.ts'

/** What one open page hears: tag of a change → name of the message, `refresh` for showing the page anew. */
export type Listening = {
  townId: string
  hears: ReadonlyMap<string, string>
  /** Somebody's session: the stream ends with it. */
  sessionId?: string | undefined
  /** The account or network that it counts against, and how many it may have open. */
  caller: string
  most: number
}

export type Line = {
  body: ReadableStream<Uint8Array>
  /** Sends a message now, as if the change had just happened. */
  say(name: string, id?: string): void
  close(): void
}

export type Streams = {
  /** `full`: this process has no room; `tooMany`: this caller has enough. */
  open(listening: Listening): Line | 'full' | 'tooMany'
  changed(change: Change): void
  /** Changes were missed: everybody connects again and says what they saw last. */
  missed(): void
  readonly count: number
  stop(): void
}

export type StreamsOptions = {
  /** Those of the sessions that are still valid. Asked every `checkMs` about the open streams, all in one question. */
  valid(sessionIds: readonly string[]): Promise<ReadonlySet<string>>
  max?: number
  checkMs?: number
  heartbeatMs?: number
  /** Then a page connects again, so that what it may hear is looked at afresh. */
  ageMs?: number
  /** Changes within this time are told as one. */
  gatherMs?: number
}

type Open = Listening & {
  controller: ReadableStreamDefaultController<Uint8Array>
  since: number
  read: boolean
  due: Map<string, string | undefined>
  timer?: NodeJS.Timeout
}

const encoder = new TextEncoder()
const heartbeat = encoder.encode(':\n\n')
const hello = encoder.encode('retry: 2000\n\n')

/** A Turbo Stream for pages, a bare word for the bell. It carries no content: who may see what is decided by the page. */
const message = (name: string, id: string | undefined): Uint8Array =>
  encoder.encode(
    `${id ? `id: ${id}\n` : ''}${name === 'refresh' ? 'data: <turbo-stream action="refresh"></turbo-stream>' : `event: ${name}\ndata: 1`}\n\n`,
  )

/** All open streams of this process. One timer serves all of them, and none holds a database connection. */
export function createStreams({
  valid,
  max = 6_000,
  checkMs = 700,
  heartbeatMs = 20_000,
  ageMs = 15 * 60_000,
  gatherMs = 200,
}: StreamsOptions): Streams {
  const open = new Set<Open>()
  const byTag = new Map<string, Set<Open>>()
  const byCaller = new Map<string, number>()
  let stopped = false

  const close = (line: Open): void => {
    if (!open.delete(line)) return
    countStreams(open.size)
    clearTimeout(line.timer)
    for (const tag of line.hears.keys()) {
      const all = byTag.get(`${line.townId} ${tag}`)
      all?.delete(line)
      if (all?.size === 0) byTag.delete(`${line.townId} ${tag}`)
    }
    const left = (byCaller.get(line.caller) ?? 1) - 1
    if (left > 0) byCaller.set(line.caller, left)
    else byCaller.delete(line.caller)
    try {
      line.controller.close()
    } catch {
      // The other side went first.
    }
  }

  const send = (line: Open, bytes: Uint8Array): void => {
    // Whoever does not read for so long is gone, or would only be told what is long past.
    if ((line.controller.desiredSize ?? 0) < -20) close(line)
    else line.controller.enqueue(bytes)
  }

  const flush = (line: Open): void => {
    delete line.timer
    for (const [name, id] of line.due) send(line, message(name, id))
    line.due.clear()
  }

  /** Of many open pages not all ask for their new state in the same moment. */
  const spread = (): number => gatherMs * (1 + Math.random() * Math.min(10, open.size / 100))

  const beat = setInterval(() => {
    const now = performance.now()
    for (const line of open) {
      if (now - line.since > ageMs || (!line.read && now - line.since > heartbeatMs)) close(line)
      else send(line, heartbeat)
    }
  }, heartbeatMs).unref()

  let checking = false
  const check = setInterval(async () => {
    const sessions = [...new Set([...open].flatMap(({ sessionId }) => (sessionId ? [sessionId] : [])))]
    if (checking || sessions.length === 0) return
    checking = true
    try {
      const still = await valid(sessions)
      for (const line of open) if (line.sessionId && sessions.includes(line.sessionId) && !still.has(line.sessionId)) close(line)
    } catch {
      // The database is away for a moment; nothing can be told meanwhile either.
    } finally {
      checking = false
    }
  }, checkMs).unref()

  return {
    get count() {
      return open.size
    },
    open(listening) {
      if (stopped || open.size >= max) return 'full'
      const mine = byCaller.get(listening.caller) ?? 0
      if (mine >= listening.most) return 'tooMany'
      let line: Open | undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            line = { ...listening, controller, since: performance.now(), read: false, due: new Map() }
          },
          pull() {
            if (line) line.read = true
          },
          cancel: () => line && close(line),
        },
        { highWaterMark: 0 },
      )
      const made = line!
      open.add(made)
      countStreams(open.size)
      byCaller.set(listening.caller, mine + 1)
      for (const tag of listening.hears.keys()) {
        const key = `${listening.townId} ${tag}`
        const all = byTag.get(key)
        if (all) all.add(made)
        else byTag.set(key, new Set([made]))
      }
      made.controller.enqueue(hello)
      return { body, say: (name, id) => send(made, message(name, id)), close: () => close(made) }
    },
    changed({ townId, tags, eventId }) {
      for (const tag of tags) {
        for (const line of byTag.get(`${townId} ${tag}`) ?? []) {
          line.due.set(line.hears.get(tag) ?? 'refresh', eventId)
          line.timer ??= setTimeout(flush, spread(), line)
        }
      }
    },
    missed() {
      for (const line of open) setTimeout(close, Math.random() * 2_000, line).unref()
    },
    stop() {
      stopped = true
      clearInterval(beat)
      clearInterval(check)
      for (const line of open) close(line)
    },
  }
}
