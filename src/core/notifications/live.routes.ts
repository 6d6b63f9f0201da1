import { z } from 'zod'
import { hasNewerEvent } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { stream } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { uuidPattern } from '#platform/ids.ts'
import { createStreams, type Streams } from '#platform/live/streams.ts'
import type { LiveTopic } from '#platform/module.ts'
import { messageOf, topicOf, withSlack } from './live.rules.ts'

/** Tabs that one person, and one network of people without account (a school, a town hall), may have open. */
const PER_ACCOUNT = 30
const PER_NETWORK = 200

let streams: Streams = createStreams({ valid: async (ids) => new Set(ids) })
let topics: ReadonlyMap<string, LiveTopic> = new Map()

/** Called once by the composition with the open streams of this process and the topics of all modules. */
export function setLive(all: Streams, declared: readonly LiveTopic[]): void {
  streams = all
  topics = new Map(declared.map((topic) => [topic.kind, topic]))
  if (topics.size !== declared.length) throw new Error('a live topic is declared twice')
}

type Wanted = { topic: LiveTopic; id: string; tags: readonly string[] }

/** A topic that is not there and one that is not for this reader look the same. */
async function wantedOf(ctx: Ctx, text: string): Promise<Wanted> {
  const { kind, id } = topicOf(text)
  const topic = topics.get(kind)
  if (!topic || (id && !uuidPattern.test(id)) || !(await topic.allowed(ctx, id))) throw new AppError('notFound')
  return { topic, id, tags: topic.tags?.(ctx, id) ?? [text] }
}

const changedSince = (ctx: Ctx, { topic, id, tags }: Wanted, since: string): Promise<boolean> =>
  topic.changedSince?.(ctx, id, since) ?? hasNewerEvent(ctx, tags, since)

export const liveRoutes = [
  get('/live', {
    may: 'everyone',
    audience: 'internal',
    summary: 'Server-sent events: says that a topic changed, never what.',
    query: z.object({ topic: z.array(z.string().max(80)).min(1).max(10), seit: z.uuid().optional() }),
    show: async (ctx, { query, headers }) => {
      const wanted: Wanted[] = []
      for (const text of new Set(query.topic)) wanted.push(await wantedOf(ctx, text))
      const { accountId, sessionId } = ctx.actor
      // Opened before looking back, so that nothing falls between.
      const line = streams.open({
        townId: ctx.town.id,
        hears: new Map(wanted.flatMap(({ topic, tags }) => tags.map((tag) => [tag, messageOf(topic)] as const))),
        sessionId,
        caller: accountId ?? ctx.network ?? 'unknown',
        most: accountId ? PER_ACCOUNT : PER_NETWORK,
      })
      if (line === 'full') throw new AppError('unavailable', 'too many open streams', { retryAfter: 30 })
      if (line === 'tooMany') throw new AppError('tooMany', 'too many open streams of one caller', { retryAfter: 30 })
      try {
        const since = laterOf(headers.get('last-event-id'), query.seit)
        if (since) for (const one of wanted) if (await changedSince(ctx, one, withSlack(since))) line.say(messageOf(one.topic))
      } catch (error) {
        line.close()
        throw error
      }
      return stream(line.body, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would otherwise collect the messages.
        'x-accel-buffering': 'no',
      })
    },
  }),
]

/** What the browser saw last, and when its page was made: ids (UUIDv7) of the same order as time. */
function laterOf(lastEventId: string | null, since: string | undefined): string | undefined {
  const last = lastEventId && uuidPattern.test(lastEventId) ? lastEventId : undefined
  return last && since ? (last > since ? last : since) : (last ?? since)
}
