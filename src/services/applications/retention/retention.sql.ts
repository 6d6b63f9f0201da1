import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** What only applications have: answers, what was decided and written and by whom. Files, parties and messages go with every kind of case. */
export async function anonymiseApplications(ctx: Ctx, caseIds: readonly string[]): Promise<void> {
  const these = sql`tenant_id = ${ctx.town.id} AND case_id = ANY (${[...caseIds]}::uuid[])`
  await sql`UPDATE services.submission SET answers = '{}' WHERE ${these}`.execute(ctx.db)
  await sql`
    UPDATE services.signature SET name = '–', email = NULL, secret_hash = NULL, link_until = NULL WHERE tenant_id = ${ctx.town.id} AND submission_id IN (
      SELECT id FROM services.submission WHERE ${these})`.execute(ctx.db)
  await sql`UPDATE services.decision SET reasons = '–', drafted_by = NULL, approved_by = NULL WHERE ${these}`.execute(ctx.db)
  await sql`UPDATE services.opinion SET given_by = NULL, message_id = NULL WHERE ${these}`.execute(ctx.db)
  await sql`UPDATE services.application_step SET person_id = NULL WHERE ${these}`.execute(ctx.db)
  await sql`DELETE FROM services.answer_reuse WHERE ${these}`.execute(ctx.db)
  await sql`DELETE FROM services.letter WHERE ${these}`.execute(ctx.db)
}
