import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCaseParty } from '#platform/db/schema.generated.ts'
import type { Party, PartyRole } from './case.rules.ts'

export const partyOf = (row: Selectable<ServicesCaseParty>): Party => ({
  id: row.id,
  caseId: row.case_id,
  role: row.role as PartyRole,
  personId: row.person_id ?? undefined,
  name: row.name ?? undefined,
  email: row.email ?? undefined,
  emailConfirmedAt: row.email_confirmed_at ?? undefined,
  confirmUntil: row.confirm_until ?? undefined,
  addressNo: row.address_no,
  phone: row.phone ?? undefined,
  locale: row.locale === 'en' ? 'en' : 'de',
  since: row.since,
})

const present = (ctx: Ctx) =>
  ctx.db.selectFrom('services.case_party').selectAll().where('tenant_id', '=', ctx.town.id).where('until', 'is', null)

export type NewParty = {
  id: string
  caseId: string
  role: PartyRole
  personId?: string | undefined
  name?: string | undefined
  email?: string | undefined
  emailConfirmedAt?: Date | undefined
  phone?: string | undefined
  locale: 'de' | 'en'
  secretHash: Buffer
  codeHash: Buffer
  confirmHash?: Buffer | undefined
  confirmUntil?: Date | undefined
  markHash?: Buffer | undefined
  since: Date
}

/** Undefined if this person, address or browser takes part already. */
export async function insertParty(ctx: Ctx, it: NewParty): Promise<Party | undefined> {
  const row = await ctx.db
    .insertInto('services.case_party')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      id: it.id,
      role: it.role,
      person_id: it.personId ?? null,
      name: it.name ?? null,
      email: it.email ?? null,
      email_confirmed_at: it.emailConfirmedAt ?? null,
      phone: it.phone ?? null,
      locale: it.locale,
      secret_hash: it.secretHash,
      code_hash: it.codeHash,
      confirm_hash: it.confirmHash ?? null,
      confirm_until: it.confirmUntil ?? null,
      mark_hash: it.markHash ?? null,
      since: it.since,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && partyOf(row)
}

/** Where a page of parties ended. */
export type PartyCursor = { since: Date; id: string }

/** Moments as JavaScript knows them, so that a cursor means the same row here and there. */
const since = sql<Date>`date_trunc('milliseconds', since)`

/** Those who take part, in the order in which they came: at most `limit` of them, behind `after`. */
export async function partiesOf(ctx: Ctx, caseId: string, { after, limit }: { after?: PartyCursor | undefined; limit: number }) {
  let page = present(ctx).where('case_id', '=', caseId).orderBy(since).orderBy('id').limit(limit)
  if (after) page = page.where(sql<boolean>`(${since}, id) > (${after.since}::timestamptz, ${after.id}::uuid)`)
  return (await page.execute()).map(partyOf)
}

/** Of somebody who takes part in several of the cases, the part that hears most. */
const weight = sql`CASE p.role WHEN 'subscriber' THEN 2 WHEN 'supporter' THEN 1 ELSE 0 END`

/**
 * As `partiesOf`, of several cases at once: each person, and each confirmed address, once. An address is the person's whose
 * account has it.
 */
export async function partiesOfAll(
  ctx: Ctx,
  caseIds: readonly string[],
  { after, limit }: { after?: PartyCursor | undefined; limit: number },
): Promise<Party[]> {
  const { rows } = await sql<Selectable<ServicesCaseParty>>`
    SELECT * FROM (
      SELECT p.*, row_number() OVER (
        PARTITION BY coalesce(lower(person.email), person.id::text, CASE WHEN p.email_confirmed_at IS NOT NULL THEN p.email END, p.id::text)
        ORDER BY (p.person_id IS NULL), ${weight}, p.since, p.id) AS place
      FROM services.case_party p
      LEFT JOIN core.person person ON person.tenant_id = p.tenant_id AND person.id = p.person_id
      WHERE p.tenant_id = ${ctx.town.id} AND p.case_id = ANY(${[...caseIds]}::uuid[]) AND p.until IS NULL
    ) one
    WHERE place = 1 ${after ? sql`AND (${since}, id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql``}
    ORDER BY ${since}, id LIMIT ${limit}`.execute(ctx.db)
  return rows.map(partyOf)
}

const reachable = sql<boolean>`(role IN ('reporter', 'applicant') OR name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL)`

/** The reporter and those who left a name, an address or a number; the first who came. */
export const contactsOf = async (ctx: Ctx, caseId: string, limit: number): Promise<Party[]> =>
  (await present(ctx).where('case_id', '=', caseId).where(reachable).orderBy('since').orderBy('id').limit(limit).execute()).map(partyOf)

/** Who applied, the first first. */
export const applicantsOf = async (ctx: Ctx, caseId: string, limit: number): Promise<Party[]> =>
  (
    await present(ctx).where('case_id', '=', caseId).where('role', '=', 'applicant').orderBy('since').orderBy('id').limit(limit).execute()
  ).map(partyOf)

/** The persons with an account among the reporters of these cases, by case. */
export async function reportersOf(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await present(ctx)
    .where('case_id', 'in', [...caseIds])
    .where('role', '=', 'reporter')
    .where('person_id', 'is not', null)
    .execute()
  return new Map(rows.map(({ case_id, person_id }) => [case_id, person_id!]))
}

/** How many take part, and how many of them `contactsOf` would name. */
export async function countParties(ctx: Ctx, caseId: string): Promise<{ all: number; contacts: number }> {
  const row = await ctx.db
    .selectFrom('services.case_party')
    .select([sql<string>`count(*)`.as('all'), sql<string>`count(*) FILTER (WHERE ${reachable})`.as('contacts')])
    .where('tenant_id', '=', ctx.town.id)
    .where('until', 'is', null)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), contacts: Number(row.contacts) }
}

export async function partyById(ctx: Ctx, caseId: string, id: string): Promise<Party | undefined> {
  const row = await present(ctx).where('case_id', '=', caseId).where('id', '=', id).executeTakeFirst()
  return row && partyOf(row)
}

export async function partyBySecretHash(ctx: Ctx, hash: Buffer): Promise<Party | undefined> {
  const row = await present(ctx).where('secret_hash', '=', hash).executeTakeFirst()
  return row && partyOf(row)
}

export async function partyByCodeHash(ctx: Ctx, caseId: string, hash: Buffer): Promise<Party | undefined> {
  const row = await present(ctx).where('case_id', '=', caseId).where('code_hash', '=', hash).executeTakeFirst()
  return row && partyOf(row)
}

export async function partyOfPerson(ctx: Ctx, caseId: string, personId: string): Promise<Party | undefined> {
  const row = await present(ctx).where('case_id', '=', caseId).where('person_id', '=', personId).executeTakeFirst()
  return row && partyOf(row)
}

/** Somebody who takes part, or did until a moment. */
export type PastParty = Party & { number: string; until: Date | undefined }

/** Of all reports in which a person ever took part, the latest first: at most `limit`, behind `after`. */
export async function partiesOfPerson(
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: PartyCursor | undefined; limit: number },
): Promise<PastParty[]> {
  const moment = sql<Date>`date_trunc('milliseconds', p.since)`
  let page = ctx.db
    .selectFrom('services.case_party as p')
    .innerJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.case_id'))
    .selectAll('p')
    .select('c.number')
    .where('p.tenant_id', '=', ctx.town.id)
    .where('p.person_id', '=', personId)
    .where('c.kind', '=', 'report')
    .orderBy(moment, 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
  if (after) page = page.where(sql<boolean>`(${moment}, p.id) < (${after.since}::timestamptz, ${after.id}::uuid)`)
  return (await page.execute()).map((row) => ({ ...partyOf(row), number: row.number, until: row.until ?? undefined }))
}

/** An address that waits for its confirmation, by the hash of the secret in the mail. */
export async function partyByConfirmHash(ctx: Ctx, hash: Buffer, now: Date): Promise<Party | undefined> {
  const row = await present(ctx).where('confirm_hash', '=', hash).where('confirm_until', '>', now).executeTakeFirst()
  return row && partyOf(row)
}

/** The link in the mail stays good until it runs out: mail programs open links before people do. */
export const confirmParty = (ctx: Ctx, party: Party) =>
  ctx.db
    .updateTable('services.case_party')
    .set({ email_confirmed_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', party.caseId)
    .where('id', '=', party.id)
    .where('email_confirmed_at', 'is', null)
    .execute()

export const endParty = (ctx: Ctx, party: Party) =>
  ctx.db
    .updateTable('services.case_party')
    .set({ until: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', party.caseId)
    .where('id', '=', party.id)
    .execute()

/** A subscriber who says "me too" becomes a supporter. */
export const becomeSupporter = (ctx: Ctx, party: Party) =>
  ctx.db
    .updateTable('services.case_party')
    .set({ role: 'supporter' })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', party.caseId)
    .where('id', '=', party.id)
    .where('role', '=', 'subscriber')
    .execute()

/** Marks of browsers are forgotten after a day: they only keep somebody from counting twice in a row. */
export const forgetMarks = (ctx: Ctx, before: Date) =>
  ctx.db
    .updateTable('services.case_party')
    .set({ mark_hash: null })
    .where('tenant_id', '=', ctx.town.id)
    .where('mark_hash', 'is not', null)
    .where('since', '<', before)
    .execute()

/** No more mails to this address: a confirmation that is taken back. The party stays what it is. */
export const stopMails = (ctx: Ctx, party: Party) =>
  ctx.db
    .updateTable('services.case_party')
    .set({ email_confirmed_at: null, confirm_hash: null })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', party.caseId)
    .where('id', '=', party.id)
    .execute()

/** What is still known of the browser that a party came from. */
export async function markHashOf(ctx: Ctx, party: Party): Promise<Buffer | undefined> {
  const row = await present(ctx).where('case_id', '=', party.caseId).where('id', '=', party.id).executeTakeFirst()
  return row?.mark_hash ?? undefined
}

export type BlockableParty = { party: Party; markHash: Buffer | undefined }

/** Who takes or took part, by whom a sender can be known again: the reporter first, then the newest. */
export async function blockableParties(ctx: Ctx, caseId: string): Promise<BlockableParty[]> {
  const rows = await ctx.db
    .selectFrom('services.case_party')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('role', 'in', ['reporter', 'supporter'])
    .orderBy('role')
    .orderBy('since', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ party: partyOf(row), markHash: row.mark_hash ?? undefined }))
}
