import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/**
 * What only reports have: the words as they were written, answers, the house, what a firm was told, what a device sent, who was told of
 * it, what moderators changed.
 */
export async function anonymiseReports(ctx: Ctx, caseIds: readonly string[]): Promise<void> {
  const ids = [...caseIds]
  await sql`
    UPDATE services.report r SET text = CASE WHEN c.published THEN c.public_text ELSE '' END, answers = '{}', extra = '{}', place_note = '', client_key = NULL,
      street = CASE WHEN c.published THEN r.street END, house_number = CASE WHEN c.published THEN r.house_number END
    FROM services.case c WHERE r.tenant_id = ${ctx.town.id} AND r.case_id = ANY (${ids}::uuid[])
      AND c.tenant_id = ${ctx.town.id} AND c.id = r.case_id`.execute(ctx.db)
  await sql`
    UPDATE services.contractor_task SET words = '', name = '–', email = '–', by_person_id = NULL
    WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${ids}::uuid[])`.execute(ctx.db)
  // What a moderator took out of the public text stands in its earlier versions.
  await sql`
    DELETE FROM services.public_text_version v USING services.case c
    WHERE v.tenant_id = ${ctx.town.id} AND v.case_id = ANY (${ids}::uuid[]) AND c.tenant_id = ${ctx.town.id} AND c.id = v.case_id
      AND NOT (c.published AND v.text = c.public_text)`.execute(ctx.db)
  await sql`DELETE FROM services.report_receipt WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${ids}::uuid[])`.execute(ctx.db)
  await sql`UPDATE services.sender_block SET note = '', made_by = NULL WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${ids}::uuid[])`.execute(
    ctx.db,
  )
  await sql`DELETE FROM services.report_subscription_hit WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${ids}::uuid[])`.execute(
    ctx.db,
  )
}
