import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import type { Audience, Subject } from './event.rules.ts'

/** The event and what it is about, in one statement. */
export const insertEvent = (ctx: Ctx, { id, kind, audience, at, actor, data, about }: Happened) =>
  ctx.db
    .with('happened', (db) =>
      db.insertInto('core.event').values({
        tenant_id: ctx.town.id,
        id,
        kind,
        audience,
        at,
        recorded_at: ctx.now(),
        actor_kind: actor.kind,
        actor_person_id: actor.personId,
        actor_role: actor.role,
        data: JSON.stringify(data),
      }),
    )
    .insertInto('core.event_subject')
    .values(about.map((subject) => ({ tenant_id: ctx.town.id, subject_type: subject.type, subject_id: subject.id, event_id: id })))
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

/** Events about any of these subjects of one type, oldest first, each once with those of them it is about; the newest `limit` rows. */
export async function eventsAboutAny(
  ctx: Ctx,
  type: string,
  ids: readonly string[],
  audiences: readonly Audience[],
  limit: number,
): Promise<Happened[]> {
  const rows = await ctx.db
    .selectFrom('core.event_subject as s')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'))
    .select([...columns, 's.subject_id'])
    .where('s.tenant_id', '=', ctx.town.id)
    .where('s.subject_type', '=', type)
    .where('s.subject_id', 'in', [...ids])
    .where('e.audience', 'in', [...audiences])
    .orderBy('s.event_id', 'desc')
    .limit(limit)
    .execute()
  const found = new Map<string, Happened>()
  for (const row of rows.reverse()) {
    const about = [...(found.get(row.id)?.about ?? []), { type, id: row.subject_id } as Subject]
    found.set(row.id, happened(row, about))
  }
  return [...found.values()]
}

/** One event with everything it is about. */
export async function eventById(ctx: Ctx, id: string): Promise<Happened | undefined> {
  const rows = await ctx.db
    .selectFrom('core.event as e')
    .innerJoin('core.event_subject as s', (join) => join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.event_id', '=', 'e.id'))
    .select(columns)
    .select(['s.subject_type', 's.subject_id'])
    .where('e.tenant_id', '=', ctx.town.id)
    .where('e.id', '=', id)
    .execute()
  return (
    rows[0] &&
    happened(
      rows[0],
      rows.map((row) => ({ type: row.subject_type, id: row.subject_id }) as Subject),
    )
  )
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
