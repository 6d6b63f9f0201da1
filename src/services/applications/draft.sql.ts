import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesDraft } from '#platform/db/schema.generated.ts'
import type { Draft } from './draft.rules.ts'

const draftOf = (row: Selectable<ServicesDraft>): Draft => ({
  id: row.id,
  serviceId: row.service_id,
  formId: row.form_id,
  formNumber: row.form_number,
  answers: row.answers as Record<string, unknown>,
  page: row.page,
  personId: row.person_id ?? undefined,
  revision: row.revision,
  startedAt: row.started_at,
  savedAt: row.saved_at,
  expiresAt: row.expires_at,
})

const all = (ctx: Ctx) =>
  ctx.db.selectFrom('services.draft').selectAll().where('tenant_id', '=', ctx.town.id).where('expires_at', '>', ctx.now())

export type DraftBy = { id: string } | { secretHash: Buffer } | { codeHash: Buffer }

/** Undefined for one that ran out. `hold` until the end of the transaction. */
export async function draftBy(ctx: Ctx, by: DraftBy, { hold = false } = {}): Promise<Draft | undefined> {
  const query =
    'id' in by
      ? all(ctx).where('id', '=', by.id)
      : 'secretHash' in by
        ? all(ctx).where('secret_hash', '=', by.secretHash)
        : all(ctx).where('code_hash', '=', by.codeHash)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row && draftOf(row)
}

/** The newest first. */
export async function draftsOfPerson(ctx: Ctx, personId: string, limit: number): Promise<Draft[]> {
  const rows = await all(ctx).where('person_id', '=', personId).orderBy('saved_at', 'desc').limit(limit).execute()
  return rows.map(draftOf)
}

type NewDraft = Pick<Draft, 'id' | 'serviceId' | 'formId' | 'formNumber' | 'personId' | 'expiresAt'> & {
  secretHash: Buffer
  codeHash: Buffer
}

export const insertDraft = (ctx: Ctx, it: NewDraft) =>
  ctx.db
    .insertInto('services.draft')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      service_id: it.serviceId,
      form_id: it.formId,
      form_number: it.formNumber,
      answers: '{}',
      person_id: it.personId ?? null,
      secret_hash: it.secretHash,
      code_hash: it.codeHash,
      started_at: ctx.now(),
      saved_at: ctx.now(),
      expires_at: it.expiresAt,
    })
    .execute()

export async function changeDraft(ctx: Ctx, id: string, it: { answers: unknown; page: string; expiresAt: Date }): Promise<Draft> {
  const row = await ctx.db
    .updateTable('services.draft')
    .set({
      answers: JSON.stringify(it.answers),
      page: it.page,
      saved_at: ctx.now(),
      expires_at: it.expiresAt,
      revision: sql<number>`revision + 1`,
    })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return draftOf(row)
}

export const deleteDraft = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('services.draft').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

/** Those whose time is over: as many as one transaction deletes. */
export async function deleteExpiredDrafts(ctx: Ctx, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM services.draft WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM services.draft WHERE tenant_id = ${ctx.town.id} AND expires_at <= ${ctx.now()} ORDER BY expires_at LIMIT ${limit}
    )`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
