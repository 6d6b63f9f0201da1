import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCosigner } from '#platform/db/schema.generated.ts'
import type { Cosigner, CosignerState } from './cosign.rules.ts'

const cosignerOf = (row: Selectable<ServicesCosigner>): Cosigner => ({
  draftId: row.draft_id,
  person: row.person,
  name: row.name,
  email: row.email,
  locale: row.locale === 'en' ? 'en' : 'de',
  // The check of the table allows no other words.
  state: row.state as CosignerState,
  secretHash: row.secret_hash,
  links: row.links,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
  answeredAt: row.answered_at ?? undefined,
  signedName: row.signed_name ?? undefined,
  reason: row.reason ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.cosigner').selectAll().where('tenant_id', '=', ctx.town.id)
const one = (ctx: Ctx, { draftId, person }: Pick<Cosigner, 'draftId' | 'person'>) =>
  ctx.db.updateTable('services.cosigner').where('tenant_id', '=', ctx.town.id).where('draft_id', '=', draftId).where('person', '=', person)

/** Of these drafts, in a steady order; a form has three at most. */
export async function cosignersOf(ctx: Ctx, draftIds: readonly string[]): Promise<Cosigner[]> {
  if (draftIds.length === 0) return []
  const rows = await all(ctx)
    .where('draft_id', 'in', [...draftIds])
    .orderBy('draft_id')
    .orderBy('person')
    .execute()
  return rows.map(cosignerOf)
}

/** Undefined as soon as the account of who wrote it is deleted, also before the draft goes. */
export async function cosignerByHash(ctx: Ctx, secretHash: Buffer): Promise<Cosigner | undefined> {
  const row = await all(ctx)
    .where('secret_hash', '=', secretHash)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('services.draft as d')
            .innerJoin('core.person as w', (join) => join.onRef('w.tenant_id', '=', 'd.tenant_id').onRef('w.id', '=', 'd.person_id'))
            .select('d.id')
            .whereRef('d.tenant_id', '=', 'services.cosigner.tenant_id')
            .whereRef('d.id', '=', 'services.cosigner.draft_id')
            .where('w.anonymised_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst()
  return row && cosignerOf(row)
}

export const insertCosigner = (ctx: Ctx, it: Cosigner) =>
  ctx.db
    .insertInto('services.cosigner')
    .values({
      tenant_id: ctx.town.id,
      draft_id: it.draftId,
      person: it.person,
      name: it.name,
      email: it.email,
      locale: it.locale,
      state: it.state,
      secret_hash: it.secretHash,
      asked_at: it.askedAt,
      expires_at: it.expiresAt,
    })
    .execute()

/** Another link, perhaps to another address; the one before opens nothing any more. */
export const askAnew = (ctx: Ctx, it: Pick<Cosigner, 'draftId' | 'person' | 'email' | 'locale' | 'secretHash' | 'expiresAt'>) =>
  one(ctx, it)
    .set({
      email: it.email,
      locale: it.locale,
      state: 'asked',
      secret_hash: it.secretHash,
      links: sql<number>`links + 1`,
      asked_at: ctx.now(),
      expires_at: it.expiresAt,
      answered_at: null,
      reason: null,
    })
    .execute()

export const answerCosigner = (
  ctx: Ctx,
  of: Pick<Cosigner, 'draftId' | 'person'>,
  it: { state: 'signed'; signedName: string } | { state: 'declined'; reason: string },
) =>
  one(ctx, of)
    .set({
      state: it.state,
      answered_at: ctx.now(),
      ...(it.state === 'signed' ? { signed_name: it.signedName } : { reason: it.reason }),
    })
    .execute()

export const deleteCosigners = (ctx: Ctx, draftId: string) =>
  ctx.db.deleteFrom('services.cosigner').where('tenant_id', '=', ctx.town.id).where('draft_id', '=', draftId).execute()

/** Those whose link ran out, marked so; as many as one transaction takes. */
export async function takeExpired(ctx: Ctx, limit: number): Promise<Cosigner[]> {
  const { rows } = await sql<Selectable<ServicesCosigner>>`
    UPDATE services.cosigner SET state = 'expired' WHERE tenant_id = ${ctx.town.id} AND (draft_id, person) IN (
      SELECT draft_id, person FROM services.cosigner
      WHERE tenant_id = ${ctx.town.id} AND state = 'asked' AND expires_at <= ${ctx.now()}
      ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING *`.execute(ctx.db)
  return rows.map(cosignerOf)
}
