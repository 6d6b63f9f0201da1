import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

type Ids = readonly string[]

/** What rests at these goes the same way with them. */
export async function restingAt(ctx: Ctx, ids: Ids): Promise<{ id: string; number: string; head: string }[]> {
  const { rows } = await sql<{ id: string; number: string; head: string }>`
    SELECT c.id, c.number, c.incident_id AS head FROM services.case c
    WHERE c.tenant_id = ${ctx.town.id} AND c.incident_id = ANY (${[...ids]}::uuid[]) FOR UPDATE`.execute(ctx.db)
  return rows
}

export const markCases = (ctx: Ctx, ids: Ids, column: 'archived_at' | 'anonymised_at' | 'deletion_told_at') =>
  ctx.db
    .updateTable('services.case')
    .set({ [column]: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .execute()

/** Mails and notices to those who took part: found by the reader, then by the number in them. */
export async function forgetNews(ctx: Ctx, ids: Ids): Promise<void> {
  await sql`
    DELETE FROM core.mail m USING services.case_party p
      JOIN services.case c ON c.tenant_id = p.tenant_id AND c.id = p.case_id
      LEFT JOIN core.person n ON n.tenant_id = p.tenant_id AND n.id = p.person_id
    WHERE m.tenant_id = ${ctx.town.id} AND p.tenant_id = ${ctx.town.id} AND p.case_id = ANY (${[...ids]}::uuid[])
      AND m.to_address = ANY (ARRAY[p.email, n.email]) AND position(c.number IN m.subject || m.text) > 0`.execute(ctx.db)
  await sql`
    DELETE FROM core.notification m USING services.case_party p JOIN services.case c ON c.tenant_id = p.tenant_id AND c.id = p.case_id
    WHERE m.tenant_id = ${ctx.town.id} AND p.tenant_id = ${ctx.town.id} AND p.case_id = ANY (${[...ids]}::uuid[])
      AND m.person_id = p.person_id AND position(c.number IN m.path) > 0`.execute(ctx.db)
}

/** Takes out who took part. Secrets and codes open nothing any more: what stands there is the hash of nobody's secret. */
export async function forgetParties(ctx: Ctx, ids: Ids): Promise<void> {
  await sql`
    UPDATE services.case_party SET person_id = NULL, name = NULL, email = NULL, email_confirmed_at = NULL, phone = NULL, confirm_hash = NULL,
      confirm_until = NULL, mark_hash = NULL, secret_hash = sha256((id::text || gen_random_uuid()::text)::bytea),
      code_hash = sha256(gen_random_uuid()::text::bytea), until = coalesce(until, ${ctx.now()}::timestamptz), anonymised_at = ${ctx.now()}::timestamptz
    WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${[...ids]}::uuid[]) AND anonymised_at IS NULL`.execute(ctx.db)
}

/** What was said in private, what was to be done, and why it was handed on; what was said in public loses its author. */
export async function forgetWords(ctx: Ctx, ids: Ids): Promise<void> {
  const these = sql`tenant_id = ${ctx.town.id} AND case_id = ANY (${[...ids]}::uuid[])`
  await sql`DELETE FROM services.case_message WHERE ${these} AND audience <> 'public'`.execute(ctx.db)
  await sql`UPDATE services.case_message SET author_person_id = NULL, author_party_id = NULL WHERE ${these}`.execute(ctx.db)
  await sql`DELETE FROM services.case_task WHERE ${these}`.execute(ctx.db)
  await sql`UPDATE services.assignment SET reason = NULL, by_person_id = NULL WHERE ${these}`.execute(ctx.db)
  await sql`
    UPDATE services.case SET desk_search = CASE WHEN published THEN public_search ELSE '' END,
      public_text = CASE WHEN published THEN public_text ELSE '' END, place_label = CASE WHEN published THEN place_label ELSE '' END,
      lat = CASE WHEN published THEN lat END, lon = CASE WHEN published THEN lon END, assignee_id = NULL
    WHERE tenant_id = ${ctx.town.id} AND id = ANY (${[...ids]}::uuid[])`.execute(ctx.db)
}

/** Ids of the files that the public does not see; the public ones forget where they were taken, their name and who brought them. */
export async function privateFiles(ctx: Ctx, ids: Ids): Promise<string[]> {
  await sql`
    UPDATE core.file SET name = kind, taken_lat = NULL, taken_lon = NULL, taken_accuracy = NULL, taken_direction = NULL, taken_at = NULL,
      owner_account_id = NULL, owner_hash = NULL
    WHERE tenant_id = ${ctx.town.id} AND attached_type = 'case' AND attached_id = ANY (${[...ids]}::uuid[])`.execute(ctx.db)
  const { rows } = await sql<{ id: string }>`
    SELECT f.id FROM core.file f JOIN services.case c ON c.tenant_id = f.tenant_id AND c.id = f.attached_id
    WHERE f.tenant_id = ${ctx.town.id} AND f.attached_type = 'case' AND f.attached_id = ANY (${[...ids]}::uuid[])
      AND NOT (f.audience = 'public' AND c.published)`.execute(ctx.db)
  const files = rows.map(({ id }) => id)
  await sql`DELETE FROM services.case_file WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${[...ids]}::uuid[]) AND file_id = ANY (${files}::uuid[])`.execute(
    ctx.db,
  )
  return files
}

/** The cases with everything that refers to them. */
export async function deleteCases(ctx: Ctx, ids: Ids): Promise<void> {
  await sql`UPDATE services.case SET incident_id = NULL WHERE tenant_id = ${ctx.town.id} AND id = ANY (${[...ids]}::uuid[]) AND incident_id IS NOT NULL`.execute(
    ctx.db,
  )
  await ctx.db
    .deleteFrom('services.case')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .execute()
}

type Told = { id: string; caseId: string; addressNo: number; personId: string | null; email: string | null; locale: 'de' | 'en' }

/** Those who hear of a deletion: with an account, or with an address they confirmed. */
export async function toTell(ctx: Ctx, ids: Ids): Promise<Told[]> {
  const { rows } = await sql<Told>`
    SELECT id, case_id AS "caseId", address_no AS "addressNo", person_id AS "personId", CASE WHEN email_confirmed_at IS NOT NULL THEN email END AS email, locale
    FROM services.case_party WHERE tenant_id = ${ctx.town.id} AND case_id = ANY (${[...ids]}::uuid[]) AND until IS NULL AND role IN ('reporter', 'applicant')
      AND (person_id IS NOT NULL OR email_confirmed_at IS NOT NULL)`.execute(ctx.db)
  return rows
}

const LOG_DAYS = 90

/** The delivery log: what was sent more than 90 days ago. Ids are made from the time, so the oldest come first in the key. */
export async function forgetSentMail(ctx: Ctx, limit: number): Promise<number> {
  const before = new Date(ctx.now().getTime() - LOG_DAYS * 86_400_000)
  const { numAffectedRows } = await sql`
    DELETE FROM core.mail WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM core.mail WHERE tenant_id = ${ctx.town.id} AND id < ${newId(before.getTime())}::uuid AND state <> 'waiting' ORDER BY id LIMIT ${limit})`.execute(
    ctx.db,
  )
  return Number(numAffectedRows ?? 0)
}

export async function forgetReads(ctx: Ctx, limit: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT platform.forget_reads(${limit}::int) AS n`.execute(ctx.db)
  return rows[0]?.n ?? 0
}
