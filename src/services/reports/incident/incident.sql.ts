import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Membership } from './history.rules.ts'
import type { Change, Move } from './incident.rules.ts'

/** One change of clusters after the other in a town, so that two who join A to B and B to A at once come to one end. Before any case is held. */
export const inTurn = (ctx: Ctx) => sql`SELECT pg_advisory_xact_lock(hashtextextended(${`incident ${ctx.town.id}`}, 0))`.execute(ctx.db)

/** Ids of the cases that rest at one of these. */
export async function restingAt(ctx: Ctx, incidentIds: readonly string[]): Promise<{ id: string; incidentId: string }[]> {
  if (incidentIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['id', 'incident_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('incident_id', 'in', [...incidentIds])
    .execute()
  return rows.map(({ id, incident_id }) => ({ id, incidentId: incident_id! }))
}

export async function countAt(ctx: Ctx, incidentId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.case')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('incident_id', '=', incidentId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** As `countAt`, of those that everybody sees. */
export async function publicAt(ctx: Ctx, incidentId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.case')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('incident_id', '=', incidentId)
    .where('published', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The cases rest there from now on; with undefined each stands on its own again, as it was. Whoever had a form of one open hears of it. */
export async function restAt(ctx: Ctx, caseIds: readonly string[], incidentId: string | undefined): Promise<void> {
  if (caseIds.length === 0) return
  await ctx.db
    .updateTable('services.incident_member')
    .set({ until: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('until', 'is', null)
    .execute()
  await ctx.db
    .updateTable('services.case')
    .set({ incident_id: incidentId ?? null, updated_at: ctx.now(), version: sql<number>`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...caseIds])
    .execute()
  await inheritPromises(ctx, caseIds, incidentId !== undefined)
  if (incidentId === undefined) return
  await ctx.db
    .insertInto('services.incident_member')
    .values(
      caseIds.map((case_id) => ({
        tenant_id: ctx.town.id,
        id: newId(ctx.now().getTime()),
        incident_id: incidentId,
        case_id,
        since: ctx.now(),
      })),
    )
    .execute()
}

/** While a case rests, the promise of the one that goes on counts; afterwards its own again, on the day it had. */
const inheritPromises = (ctx: Ctx, caseIds: readonly string[], joined: boolean) =>
  ctx.db
    .updateTable('services.promise')
    .set({ outcome: joined ? 'joined' : null })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('outcome', joined ? 'is' : '=', joined ? null : 'joined')
    .execute()

export type KeptChange = Change & { id: string; at: Date; byPersonId: string | undefined }

export async function insertChange(ctx: Ctx, { kind, incidentId, moves }: Change): Promise<void> {
  await ctx.db
    .insertInto('services.incident_change')
    .values({
      tenant_id: ctx.town.id,
      id: newId(ctx.now().getTime()),
      incident_id: incidentId,
      kind,
      moves: JSON.stringify(moves),
      at: ctx.now(),
      by_person_id: ctx.actor.personId ?? null,
    })
    .execute()
}

/** The last change that was not undone. */
export async function lastChangeOf(ctx: Ctx, incidentId: string): Promise<KeptChange | undefined> {
  const row = await ctx.db
    .selectFrom('services.incident_change')
    .select(['id', 'kind', 'incident_id', 'moves', 'at', 'by_person_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('incident_id', '=', incidentId)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      // The table's check allows no other words; `moves` are written above alone.
      kind: row.kind as Change['kind'],
      incidentId: row.incident_id,
      moves: (row.moves as Move[]).map(({ caseId, from }) => ({ caseId, from })),
      at: row.at,
      byPersonId: row.by_person_id ?? undefined,
    }
  )
}

export const noteUndone = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('services.incident_change')
    .set({ undone_at: ctx.now(), undone_by_person_id: ctx.actor.personId ?? null })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** So many times together are looked at for one history. */
const MOST_MEMBERSHIPS = 1_000

/** Who was together with this case, now or earlier: all memberships of the incidents it is or was part of. */
export async function membershipsAround(ctx: Ctx, caseId: string): Promise<Membership[]> {
  const { rows } = await sql<{ incidentId: string; caseId: string; since: Date; until: Date | null }>`
    SELECT m.incident_id AS "incidentId", m.case_id AS "caseId", m.since, m.until FROM services.incident_member m
    WHERE m.tenant_id = ${ctx.town.id} AND m.incident_id IN (
      SELECT o.incident_id FROM services.incident_member o WHERE o.tenant_id = ${ctx.town.id} AND o.case_id = ${caseId}
      UNION SELECT ${caseId}::uuid)
    ORDER BY m.since DESC, m.id DESC LIMIT ${MOST_MEMBERSHIPS}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, until: row.until ?? undefined }))
}

/** The cases that rested at this one then. */
export async function restedAt(ctx: Ctx, incidentId: string, at: Date): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.incident_member')
    .select('case_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('incident_id', '=', incidentId)
    .where('since', '<=', at)
    .where((either) => either.or([either('until', 'is', null), either('until', '>', at)]))
    .execute()
  return rows.map(({ case_id }) => case_id)
}
