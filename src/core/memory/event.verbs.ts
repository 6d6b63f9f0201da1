import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/changes.ts'
import { defineJob, type Listener } from '#platform/module.ts'
import { type Audience, type EventKind, narrower, type Subject } from './event.rules.ts'
import { eventById, insertEvent, markReaction } from './event.sql.ts'

let listeners: readonly Listener[] = []

/** Called once by the composition: who hears which events. */
export function setListeners(all: readonly Listener[]): void {
  listeners = all
}

export type Recording<D> = {
  about: readonly Subject[]
  data: D
  /** Narrows the audience of the kind: before a case is public, its public events are for the parties. */
  shownTo?: Audience
  /** When it happened, where that was before now (offline, phone, paper, demo). */
  at?: Date
  /** Word for the role in which the actor did it: `reporter`, `unit`, `system` … */
  role?: string
}

/**
 * Writes an event into the memory, in the caller's transaction; those who listen hear of it after the commit.
 * Returns the event's id.
 */
export async function record<S extends z.ZodType>(
  ctx: Ctx,
  event: EventKind<S>,
  { about, data, shownTo = 'public', at = ctx.now(), role }: Recording<z.input<S>>,
): Promise<string> {
  const id = newId(at.getTime())
  const audience = narrower(event.audience, shownTo)
  const actorRole =
    role ??
    (ctx.actor.kind === 'system' || ctx.actor.kind === 'program'
      ? ctx.actor.kind
      : ctx.actor.unitIds.length > 0
        ? 'staff'
        : ctx.actor.kind === 'person'
          ? 'citizen'
          : 'anonymous')
  const of = byProgram(ctx, about)
  const happened = {
    id,
    kind: event.kind,
    audience,
    at,
    actor: { kind: ctx.actor.kind, personId: ctx.actor.personId ?? null, role: actorRole },
    data: event.data.parse(data) as Record<string, unknown>,
  }
  ctx.soon(insertEvent(ctx, { ...happened, about: of }))
  for (const { name, kinds, concerns } of listeners)
    if (kinds.includes(event.kind) && concerns?.(happened) !== false) enqueue(ctx, 'event.reaction', { listener: name, eventId: id })
  announce(ctx, [event.kind.split('.')[0]!, ...of.map((subject) => `${subject.type}:${subject.id}`)], id)
  return id
}

/** What a program does is also about its key: so the key has a history of what was done with it. */
const byProgram = ({ actor: { apiKeyId } }: Ctx, about: readonly Subject[]): readonly Subject[] =>
  apiKeyId && !about.some(({ id }) => id === apiKeyId) ? [...about, { type: 'apiKey', id: apiKeyId }] : about

/** One listener's reaction to one event, exactly once. */
export const reactionJob = defineJob({
  name: 'event.reaction',
  payload: z.object({ listener: z.string(), eventId: z.uuid() }),
  run: async (ctx, { listener: name, eventId }) => {
    const listener = listeners.find((each) => each.name === name)
    if (!listener || !(await markReaction(ctx, name, eventId))) return
    const event = await eventById(ctx, eventId)
    if (event) await listener.react(ctx, event)
  },
})
