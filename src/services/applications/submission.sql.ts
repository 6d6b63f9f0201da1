import type { Selectable } from 'kysely'
import type { Ctx, Trust } from '#platform/context.ts'
import type { ServicesSubmission } from '#platform/db/schema.generated.ts'

/** What was sent, as it was sent. */
export type Submission = {
  id: string
  caseId: string
  formId: string
  formNumber: number
  answers: Record<string, unknown>
  contentHash: Buffer
  receiptNumber: string
  trust: Trust
  channel: 'web' | 'desk'
  sentAt: Date
  replaces: string | undefined
}

const submissionOf = (row: Selectable<ServicesSubmission>): Submission => ({
  id: row.id,
  caseId: row.case_id,
  formId: row.form_id,
  formNumber: row.form_number,
  answers: row.answers as Record<string, unknown>,
  contentHash: row.content_hash,
  receiptNumber: row.receipt_number,
  trust: row.trust as Trust,
  channel: row.channel as Submission['channel'],
  sentAt: row.sent_at,
  replaces: row.replaces ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.submission').selectAll().where('tenant_id', '=', ctx.town.id)

export async function submissionByKey(ctx: Ctx, clientKey: string): Promise<Submission | undefined> {
  const row = await all(ctx).where('client_key', '=', clientKey).executeTakeFirst()
  return row && submissionOf(row)
}

export async function submissionById(ctx: Ctx, id: string): Promise<Submission | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && submissionOf(row)
}

/** All of a case, the newest first: that one counts. */
export async function submissionsOf(ctx: Ctx, caseId: string): Promise<Submission[]> {
  const rows = await all(ctx).where('case_id', '=', caseId).orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(100).execute()
  return rows.map(submissionOf)
}

/** False if the key was used by another request meanwhile. */
export async function insertSubmission(ctx: Ctx, it: Omit<Submission, 'sentAt'> & { clientKey: string }): Promise<boolean> {
  const row = await ctx.db
    .insertInto('services.submission')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      case_id: it.caseId,
      client_key: it.clientKey,
      form_id: it.formId,
      form_number: it.formNumber,
      answers: JSON.stringify(it.answers),
      content_hash: it.contentHash,
      receipt_number: it.receiptNumber,
      trust: it.trust,
      channel: it.channel,
      sent_at: ctx.now(),
      replaces: it.replaces ?? null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'client_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
