import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** What was sent last in the newest applications of a person: ids of submissions with the titles of their cases. */
export async function newestSent(ctx: Ctx, personId: string, limit: number): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    SELECT s.id, c.title
    FROM services.case_party p
    JOIN services.case c ON c.tenant_id = p.tenant_id AND c.id = p.case_id
    CROSS JOIN LATERAL (
      SELECT id FROM services.submission WHERE tenant_id = p.tenant_id AND case_id = p.case_id ORDER BY sent_at DESC, id DESC LIMIT 1
    ) s
    WHERE p.tenant_id = ${ctx.town.id} AND p.person_id = ${personId} AND p.role = 'applicant' AND p.until IS NULL
      AND c.kind = 'application'
    ORDER BY p.since DESC, p.id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows
}

/** Receipt of one field: for a draft, or for the case it has become. */
export type Reuse = {
  id: string
  field: string
  label: string
  takenAt: Date
  fromSentAt: Date
  /** Missing when that application was deleted. */
  from: { number: string; title: string } | undefined
  /** The application that it was taken for; missing while it is a draft. */
  to: { number: string; title: string } | undefined
  draftId: string | undefined
}

export type NewReuse = { id: string; personId: string; draftId: string; fromCase: string; fromSentAt: Date; field: string; label: string }

export const insertReuses = (ctx: Ctx, all: readonly NewReuse[]) =>
  ctx.db
    .insertInto('services.answer_reuse')
    .values(
      all.map((it) => ({
        tenant_id: ctx.town.id,
        id: it.id,
        person_id: it.personId,
        draft_id: it.draftId,
        from_case: it.fromCase,
        from_sent_at: it.fromSentAt,
        field: it.field,
        label: it.label,
        taken_at: ctx.now(),
      })),
    )
    .execute()

/** When a draft is sent its receipts become those of the case. */
export const reusesOfCase = (ctx: Ctx, draftId: string, caseId: string) =>
  ctx.db
    .updateTable('services.answer_reuse')
    .set({ draft_id: null, case_id: caseId })
    .where('tenant_id', '=', ctx.town.id)
    .where('draft_id', '=', draftId)
    .execute()

export const deleteReusesOf = (ctx: Ctx, personIds: readonly string[]) =>
  ctx.db
    .deleteFrom('services.answer_reuse')
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', 'in', [...personIds])
    .execute()

/** The newest first, behind `after`. */
export async function reusesOfPerson(
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Reuse[]> {
  let query = ctx.db
    .selectFrom('services.answer_reuse as r')
    .leftJoin('services.case as source', (join) =>
      join.onRef('source.tenant_id', '=', 'r.tenant_id').onRef('source.id', '=', 'r.from_case'),
    )
    .leftJoin('services.case as target', (join) => join.onRef('target.tenant_id', '=', 'r.tenant_id').onRef('target.id', '=', 'r.case_id'))
    .select([
      'r.id',
      'r.field',
      'r.label',
      'r.taken_at',
      'r.from_sent_at',
      'r.draft_id',
      'source.number as from_number',
      'source.title as from_title',
      'target.number as to_number',
      'target.title as to_title',
    ])
    .where('r.tenant_id', '=', ctx.town.id)
    .where('r.person_id', '=', personId)
    .orderBy('r.id', 'desc')
    .limit(limit)
  if (after) query = query.where('r.id', '<', after)
  return (await query.execute()).map((row) => ({
    id: row.id,
    field: row.field,
    label: row.label,
    takenAt: row.taken_at,
    fromSentAt: row.from_sent_at,
    from: row.from_number ? { number: row.from_number, title: row.from_title ?? '' } : undefined,
    to: row.to_number ? { number: row.to_number, title: row.to_title ?? '' } : undefined,
    draftId: row.draft_id ?? undefined,
  }))
}
