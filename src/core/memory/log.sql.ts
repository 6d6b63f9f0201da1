import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Subject } from './event.rules.ts'

export type LoggedEvent = {
  id: string
  kind: string
  at: Date
  actorKind: string
  actorPersonId: string | undefined
  actorRole: string
  audience: string
  data: Record<string, unknown>
  about: Subject[]
}

export type LogAsked = {
  personId?: string | undefined
  /** Only what is about this. */
  about?: Subject | undefined
  /** First and last moment. */
  from?: Date | undefined
  until?: Date | undefined
  /** Only what lies before the entry with this id. */
  before?: string | undefined
}

/** Smallest and largest UUIDv7 of a moment: ids are made from the time, so that a period is a range of the primary key. */
export const idAt = (at: Date, fill: '0' | 'f'): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  const rest = fill.repeat(3)
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${fill === '0' ? '7' : 'f'}${rest}-${fill === '0' ? '8' : 'f'}${rest}-${fill.repeat(12)}`
}

/** What happened, newest first. */
export async function eventLog(ctx: Ctx, kinds: readonly string[] | undefined, asked: LogAsked, limit: number): Promise<LoggedEvent[]> {
  let query = ctx.db
    .selectFrom('core.event as e')
    .select((q) => [
      'e.id',
      'e.kind',
      'e.at',
      'e.actor_kind',
      'e.actor_person_id',
      'e.actor_role',
      'e.audience',
      'e.data',
      q
        .selectFrom('core.event_subject as s')
        .select(sql<Subject[]>`json_agg(json_build_object('type', s.subject_type, 'id', s.subject_id))`.as('about'))
        .where('s.tenant_id', '=', ctx.town.id)
        .whereRef('s.event_id', '=', 'e.id')
        .as('about'),
    ])
    .where('e.tenant_id', '=', ctx.town.id)
    .orderBy('e.id', 'desc')
    .limit(limit)
  if (kinds?.length === 0) return []
  if (kinds) query = query.where('e.kind', 'in', [...kinds])
  if (asked.personId) query = query.where('e.actor_person_id', '=', asked.personId)
  const { about } = asked
  if (about)
    query = query.where((q) =>
      q.exists(
        q
          .selectFrom('core.event_subject as w')
          .select('w.event_id')
          .where('w.tenant_id', '=', ctx.town.id)
          .where('w.subject_type', '=', about.type)
          .where('w.subject_id', '=', about.id)
          .whereRef('w.event_id', '=', 'e.id'),
      ),
    )
  if (asked.from) query = query.where('e.id', '>=', idAt(asked.from, '0'))
  if (asked.until) query = query.where('e.id', '<=', idAt(asked.until, 'f'))
  if (asked.before) query = query.where('e.id', '<', asked.before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    actorKind: row.actor_kind,
    actorPersonId: row.actor_person_id ?? undefined,
    actorRole: row.actor_role,
    audience: row.audience,
    data: row.data as Record<string, unknown>,
    about: row.about ?? [],
  }))
}

export type LoggedRead = {
  id: string
  at: Date
  readerId: string
  /** Roles the reader held at that moment, each with its unit. */
  roles: { role: string; unit: string }[]
  subject: Subject
  personId: string | undefined
  purpose: string
}

export type ReadsAsked = Omit<LogAsked, 'about'> & { readerId?: string | undefined }

/** Who looked at whose data, newest first. `personId` is who was looked at, `readerId` who looked. */
export async function readLog(ctx: Ctx, asked: ReadsAsked, limit: number): Promise<LoggedRead[]> {
  let query = ctx.db
    .selectFrom('core.record_read as r')
    .select((q) => [
      'r.id',
      'r.at',
      'r.reader_person_id',
      'r.subject_type',
      'r.subject_id',
      'r.person_id',
      'r.purpose',
      q
        .selectFrom('core.membership as m')
        .innerJoin('core.organisation as o', (join) =>
          join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'),
        )
        .select(
          sql<{ role: string; unit: string }[]>`json_agg(json_build_object('role', m.role, 'unit', o.name) ORDER BY o.name)`.as('roles'),
        )
        .where('m.tenant_id', '=', ctx.town.id)
        .whereRef('m.person_id', '=', 'r.reader_person_id')
        .whereRef('m.since', '<=', 'r.at')
        .where((on) => on.or([on('m.until', 'is', null), on('m.until', '>', on.ref('r.at'))]))
        .as('roles'),
    ])
    .where('r.tenant_id', '=', ctx.town.id)
    .orderBy('r.id', 'desc')
    .limit(limit)
  if (asked.readerId) query = query.where('r.reader_person_id', '=', asked.readerId)
  if (asked.personId) query = query.where('r.person_id', '=', asked.personId)
  if (asked.from) query = query.where('r.id', '>=', idAt(asked.from, '0'))
  if (asked.until) query = query.where('r.id', '<=', idAt(asked.until, 'f'))
  if (asked.before) query = query.where('r.id', '<', asked.before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    readerId: row.reader_person_id,
    roles: row.roles ?? [],
    subject: { type: row.subject_type, id: row.subject_id },
    personId: row.person_id ?? undefined,
    purpose: row.purpose,
  }))
}
