import { type Selectable, sql } from 'kysely'
import type { Ctx, Trust } from '#platform/context.ts'
import type { ServicesDraft } from '#platform/db/schema.generated.ts'
import type { Draft } from './draft.rules.ts'
import type { LeftDraft } from './figures/count.sql.ts'

const draftOf = (row: Selectable<ServicesDraft>): Draft => ({
  id: row.id,
  serviceId: row.service_id,
  formId: row.form_id,
  formNumber: row.form_number,
  answers: row.answers as Record<string, unknown>,
  page: row.page,
  personId: row.person_id ?? undefined,
  replacesCase: row.replaces_case ?? undefined,
  objectsTo: row.objects_to ?? undefined,
  revision: row.revision,
  waits: row.waits_since ? { since: row.waits_since, hash: row.waits_for_hash!, trust: row.waits_trust as Trust } : undefined,
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
  answers?: unknown
  replacesCase?: string | undefined
  objectsTo?: string | undefined
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
      answers: JSON.stringify(it.answers ?? {}),
      replaces_case: it.replacesCase ?? null,
      objects_to: it.objectsTo ?? null,
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

/** In another version of its form, with the answers that go along. */
export const carryDraft = (ctx: Ctx, id: string, it: { number: number; answers: unknown }) =>
  ctx.db
    .updateTable('services.draft')
    .set({
      form_number: it.number,
      answers: JSON.stringify(it.answers),
      page: '',
      saved_at: ctx.now(),
      revision: sql<number>`revision + 1`,
    })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Nothing of it changes any more until it is taken back; it belongs to the account that asked for signatures. */
export const holdDraft = (ctx: Ctx, id: string, it: { personId: string; hash: Buffer; expiresAt: Date }) =>
  ctx.db
    .updateTable('services.draft')
    .set({
      waits_since: ctx.now(),
      waits_for_hash: it.hash,
      waits_trust: ctx.actor.trust,
      person_id: it.personId,
      expires_at: it.expiresAt,
    })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const keepDraft = (ctx: Ctx, id: string, expiresAt: Date) =>
  ctx.db.updateTable('services.draft').set({ expires_at: expiresAt }).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export const freeDraft = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('services.draft')
    .set({ waits_since: null, waits_for_hash: null, waits_trust: null, saved_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const deleteDraft = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('services.draft').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export type GoneDraft = LeftDraft & { id: string }
const gone = sql`RETURNING id, service_id AS "serviceId", page, saved_at AS "savedAt", replaces_case IS NULL AS "isNew"`

/** Those whose time is over: as many as one transaction deletes. */
export async function deleteExpiredDrafts(ctx: Ctx, limit: number): Promise<GoneDraft[]> {
  const { rows } = await sql<GoneDraft>`
    DELETE FROM services.draft WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM services.draft WHERE tenant_id = ${ctx.town.id} AND expires_at <= ${ctx.now()} ORDER BY expires_at LIMIT ${limit}
    ) ${gone}`.execute(ctx.db)
  return rows
}

/** All that these persons began, also what waits for a signature. */
export async function deleteDraftsOfPersons(ctx: Ctx, personIds: readonly string[]): Promise<GoneDraft[]> {
  const { rows } = await sql<GoneDraft>`
    DELETE FROM services.draft WHERE tenant_id = ${ctx.town.id} AND person_id = ANY (${[...personIds]}::uuid[]) ${gone}`.execute(ctx.db)
  return rows
}

/** Those that would replace what was sent in these cases, or object to one of their letters. */
export async function deleteDraftsAbout(ctx: Ctx, caseIds: readonly string[]): Promise<GoneDraft[]> {
  const these = sql`ANY (${[...caseIds]}::uuid[])`
  const { rows } = await sql<GoneDraft>`
    DELETE FROM services.draft WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM services.draft WHERE tenant_id = ${ctx.town.id} AND replaces_case = ${these}
      UNION SELECT d.id FROM services.letter l JOIN services.draft d ON d.tenant_id = l.tenant_id AND d.objects_to = l.id
      WHERE l.tenant_id = ${ctx.town.id} AND l.case_id = ${these}
    ) ${gone}`.execute(ctx.db)
  return rows
}
