import type { Selectable, Updateable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesLetter } from '#platform/db/schema.generated.ts'
import type { Way } from '../remedy/delivery.rules.ts'
import { LetterData } from '../template/letter-data.rules.ts'
import type { Channel, Letter, LetterState } from './letter.rules.ts'

/** More than any case has; a limit all the same. */
export const MOST_LETTERS = 200

const letterOf = (row: Selectable<ServicesLetter>): Letter => ({
  id: row.id,
  caseId: row.case_id,
  templateId: row.template_id,
  templateVersion: row.template_version,
  state: row.state as LetterState,
  channel: row.channel as Channel,
  way: row.way as Way,
  locale: row.locale === 'en' ? 'en' : 'de',
  subject: row.subject,
  data: LetterData.parse(row.data),
  draftedBy: row.drafted_by ?? undefined,
  draftedAt: row.drafted_at,
  contentHash: row.content_hash ?? undefined,
  signedBy: row.signed_by ?? undefined,
  signedAt: row.signed_at ?? undefined,
  secondSignedBy: row.second_signed_by ?? undefined,
  secondSignedAt: row.second_signed_at ?? undefined,
  letterDate: row.letter_date ?? undefined,
  fileId: row.file_id ?? undefined,
  pdfSha256: row.pdf_sha256 ?? undefined,
  handedOverAt: row.handed_over_at ?? undefined,
  handedOverBy: row.handed_over_by ?? undefined,
  handedOverOn: row.handed_over_on ?? undefined,
  retrievedAt: row.retrieved_at ?? undefined,
  lapsedAt: row.lapsed_at ?? undefined,
  deemedDeliveredOn: row.deemed_delivered_on ?? undefined,
  remedyUntil: row.remedy_until ?? undefined,
  version: row.version,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('services.letter').selectAll().where('tenant_id', '=', ctx.town.id)

export async function letterById(ctx: Ctx, id: string): Promise<Letter | undefined> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst()
  return row && letterOf(row)
}

/** Of one case, the oldest first; the parties see those that were handed over. */
export async function lettersOf(ctx: Ctx, caseId: string, audience: 'parties' | 'internal'): Promise<Letter[]> {
  const all = own(ctx).where('case_id', '=', caseId).orderBy('id').limit(MOST_LETTERS)
  const rows = await (audience === 'parties' ? all.where('state', '=', 'handedOver') : all).execute()
  return rows.map(letterOf)
}

export async function countLetters(ctx: Ctx, caseId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.letter')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Handed over for fetching on or before a day and still not fetched. */
export async function unfetched(ctx: Ctx, upTo: string, limit: number): Promise<Letter[]> {
  const rows = await own(ctx)
    .where('state', '=', 'handedOver')
    .where('way', '=', 'retrieval')
    .where('retrieved_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('handed_over_on', '<=', upTo)
    .orderBy('handed_over_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(letterOf)
}

export type NewLetter = Pick<Letter, 'id' | 'caseId' | 'templateId' | 'templateVersion' | 'channel' | 'way' | 'locale' | 'subject' | 'data'>

export const insertLetter = (ctx: Ctx, it: NewLetter) =>
  ctx.db
    .insertInto('services.letter')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      case_id: it.caseId,
      template_id: it.templateId,
      template_version: it.templateVersion,
      state: 'draft',
      channel: it.channel,
      way: it.way,
      locale: it.locale,
      subject: it.subject,
      data: JSON.stringify(it.data),
      drafted_by: ctx.actor.personId ?? null,
      drafted_at: ctx.now(),
    })
    .execute()

export async function changeLetterRow(
  ctx: Ctx,
  { id, version }: Pick<Letter, 'id' | 'version'>,
  changes: Updateable<ServicesLetter>,
): Promise<Letter> {
  const row = await ctx.db
    .updateTable('services.letter')
    .set({ ...changes, version: version + 1 })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return letterOf(row)
}
