import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

export type ToPost = {
  id: string
  version: number
  number: string
  title: string
  subject: string
  recipient: string
  /** `YYYY-MM-DD`, as it stands on the letter. */
  letterDate: string
  /** How many wait in all, also those that are not among these. */
  waiting: number
}

/** So many are printed at once. */
export const MOST_POSTED = 50

/** Signed letters of applications of these units that go by post and have not left: those that bear the date of today first, then the oldest. */
export async function lettersToPost(ctx: Ctx, unitIds: readonly string[], today: string): Promise<ToPost[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<ToPost>`
    SELECT l.id, l.version, c.number, c.title, l.subject, l.data->'recipient'->>'name' AS recipient, l.letter_date::text AS "letterDate",
      count(*) OVER ()::int AS waiting
    FROM services.letter l JOIN services.case c ON c.tenant_id = l.tenant_id AND c.id = l.case_id
    WHERE l.tenant_id = ${ctx.town.id} AND l.state = 'signed' AND l.channel = 'post' AND c.kind = 'application'
      AND c.unit_id = ANY(${[...unitIds]}::uuid[])
    ORDER BY (l.letter_date = ${today}::date) DESC, l.id LIMIT ${MOST_POSTED}`.execute(ctx.db)
  return rows
}

/** When the letterhead was changed last. */
export async function headChangedAt(ctx: Ctx): Promise<Date | undefined> {
  const row = await ctx.db.selectFrom('services.letter_head').select('changed_at').where('tenant_id', '=', ctx.town.id).executeTakeFirst()
  return row?.changed_at
}
