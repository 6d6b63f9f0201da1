import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import type { Audience, Subject } from './event.rules.ts'

export type EventRow = {
  id: string
  kind: string
  audience: Audience
  at: Date
  actorKind: string
  actorPersonId: string | null
  actorRole: string
  data: Record<string, unknown>
}

export const insertEvent = (ctx: Ctx, event: EventRow) =>
  ctx.db
    .insertInto('core.event')
    .values({
      tenant_id: ctx.town.id,
      id: event.id,
      kind: event.kind,
      audience: event.audience,
      at: event.at,
      recorded_at: ctx.now(),
      actor_kind: event.actorKind,
      actor_person_id: event.actorPersonId,
      actor_role: event.actorRole,
      data: JSON.stringify(event.data),
    })
    .execute()

export const insertSubjects = (ctx: Ctx, eventId: string, about: readonly Subject[]) =>
  ctx.db
    .insertInto('core.event_subject')
    .values(about.map(({ type, id }) => ({ tenant_id: ctx.town.id, subject_type: type, subject_id: id, event_id: eventId })))
    .execute()

const columns = ['e.id', 'e.kind', 'e.audience', 'e.at', 'e.actor_kind', 'e.actor_person_id', 'e.actor_role', 'e.data'] as const

type Row = {
  id: string
  kind: string
  audience: string
  at: Date
  actor_kind: string
  actor_person_id: string | null
  actor_role: string
  data: unknown
}

const happened = (row: Row, about: readonly Subject[]): Happened => ({
  id: row.id,
  kind: row.kind,
  audience: row.audience as Audience,
  at: row.at,
  actor: { kind: row.actor_kind, personId: row.actor_person_id, role: row.actor_role },
  data: row.data as Record<string, unknown>,
  about,
})

/** The timeline of a subject, oldest first, as far as `audiences` may see it; at most `limit` newest, before `before` (an event id). */
export async function eventsAbout(
  ctx: Ctx,
  subject: Subject,
  audiences: readonly Audience[],
  { before, limit = 200 }: { before?: string; limit?: number } = {},
): Promise<Happened[]> {
  let query = ctx.db
    .selectFrom('core.event_subject as s')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'))
    .select(columns)
    .where('s.tenant_id', '=', ctx.town.id)
    .where('s.subject_type', '=', subject.type)
    .where('s.subject_id', '=', subject.id)
    .where('e.audience', 'in', [...audiences])
    .orderBy('s.event_id', 'desc')
    .limit(limit)
  if (before) query = query.where('s.event_id', '<', before)
  const rows = await query.execute()
  return rows.reverse().map((row) => happened(row, [subject]))
}

/** One event with everything it is about. */
export async function eventById(ctx: Ctx, id: string): Promise<Happened | undefined> {
  const row = await ctx.db
    .selectFrom('core.event as e')
    .select(columns)
    .where('e.tenant_id', '=', ctx.town.id)
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const about = await ctx.db
    .selectFrom('core.event_subject')
    .select(['subject_type as type', 'subject_id as id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('event_id', '=', id)
    .execute()
  return happened(row, about)
}

/** True for the first call with this pair: the reaction and this mark commit together, so it has one effect. */
export async function markReaction(ctx: Ctx, listener: string, eventId: string): Promise<boolean> {
  const row = await ctx.db
    .insertInto('core.reaction')
    .values({ tenant_id: ctx.town.id, listener, event_id: eventId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}
