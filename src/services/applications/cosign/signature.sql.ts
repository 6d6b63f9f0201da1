import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesSignature } from '#platform/db/schema.generated.ts'
import type { Signature } from './cosign.rules.ts'

type Kept = Signature & { submissionId: string }

const signatureOf = (row: Selectable<ServicesSignature>): Kept => ({
  submissionId: row.submission_id,
  person: row.person,
  name: row.name,
  email: row.email ?? undefined,
  signedAt: row.signed_at,
  secretHash: row.secret_hash ?? undefined,
  linkUntil: row.link_until ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.signature').selectAll().where('tenant_id', '=', ctx.town.id)

export const insertSignatures = (ctx: Ctx, submissionId: string, signatures: readonly Signature[]) =>
  ctx.db
    .insertInto('services.signature')
    .values(
      signatures.map((it) => ({
        tenant_id: ctx.town.id,
        submission_id: submissionId,
        person: it.person,
        name: it.name,
        email: it.email ?? null,
        signed_at: it.signedAt,
        secret_hash: it.secretHash ?? null,
        link_until: it.linkUntil ?? null,
      })),
    )
    .execute()

/** Under what was sent, who wrote it first; none where nobody else had to sign. */
export async function signaturesOf(ctx: Ctx, submissionIds: readonly string[]): Promise<Map<string, Signature[]>> {
  const found = new Map<string, Signature[]>()
  if (submissionIds.length === 0) return found
  const rows = await all(ctx)
    .where('submission_id', 'in', [...submissionIds])
    .orderBy('submission_id')
    .orderBy('person')
    .execute()
  for (const row of rows) found.set(row.submission_id, [...(found.get(row.submission_id) ?? []), signatureOf(row)])
  return found
}

/** By the link that was signed with, as long as it leads to the receipt. */
export async function signatureByHash(ctx: Ctx, secretHash: Buffer): Promise<Kept | undefined> {
  const row = await all(ctx).where('secret_hash', '=', secretHash).where('link_until', '>', ctx.now()).executeTakeFirst()
  return row && signatureOf(row)
}
