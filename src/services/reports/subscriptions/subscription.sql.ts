import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesReportSubscription } from '#platform/db/schema.generated.ts'
import type { NewReport, Pace, Subscription } from './subscription.rules.ts'

const table = 'services.report_subscription'

// The checks of the table allow no other words than these types.
const subscriptionOf = (row: Selectable<ServicesReportSubscription>): Subscription => ({
  id: row.id,
  personId: row.person_id ?? undefined,
  email: row.email ?? undefined,
  confirmedAt: row.email_confirmed_at ?? undefined,
  locale: row.locale === 'en' ? 'en' : 'de',
  pace: row.pace as Pace,
  districtId: row.district_id ?? undefined,
  categoryId: row.category_id ?? undefined,
  assetId: row.asset_id ?? undefined,
  around: row.lat === null || row.lon === null || row.radius_m === null ? undefined : { lat: row.lat, lon: row.lon, radiusM: row.radius_m },
  placeLabel: row.place_label,
  since: row.since,
})

export async function insertSubscription(ctx: Ctx, it: Subscription, reader: Buffer, keys: readonly string[]): Promise<void> {
  await ctx.db
    .insertInto(table)
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      person_id: it.personId ?? null,
      email: it.email ?? null,
      email_confirmed_at: it.confirmedAt ?? null,
      reader,
      locale: it.locale,
      pace: it.pace,
      district_id: it.districtId ?? null,
      category_id: it.categoryId ?? null,
      asset_id: it.assetId ?? null,
      lat: it.around?.lat ?? null,
      lon: it.around?.lon ?? null,
      radius_m: it.around?.radiusM ?? null,
      place_label: it.placeLabel,
      since: it.since,
    })
    .execute()
  await ctx.db
    .insertInto('services.report_subscription_key')
    .values(keys.map((key) => ({ tenant_id: ctx.town.id, key, subscription_id: it.id })))
    .execute()
}

export async function subscriptionsOf(ctx: Ctx, reader: Buffer): Promise<Subscription[]> {
  const rows = await ctx.db
    .selectFrom(table)
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('reader', '=', reader)
    .orderBy('since')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(subscriptionOf)
}

export async function subscriptionById(ctx: Ctx, id: string): Promise<(Subscription & { reader: Buffer }) | undefined> {
  const row = await ctx.db.selectFrom(table).selectAll().where('tenant_id', '=', ctx.town.id).where('id', '=', id).executeTakeFirst()
  return row && { ...subscriptionOf(row), reader: row.reader }
}

/** False if it was confirmed before. */
export async function confirmSubscription(ctx: Ctx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable(table)
    .set({ email_confirmed_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('email_confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False if it was not this reader's, or is gone. */
export async function deleteSubscription(ctx: Ctx, id: string, reader: Buffer): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom(table)
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('reader', '=', reader)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** All of a person's, with the circle around her home. */
export const deleteSubscriptionsOf = (ctx: Ctx, personIds: readonly string[]) =>
  ctx.db
    .deleteFrom(table)
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', 'in', [...personIds])
    .execute()

export const deleteUnconfirmed = (ctx: Ctx, before: Date) =>
  ctx.db
    .deleteFrom(table)
    .where('tenant_id', '=', ctx.town.id)
    .where('since', '<', before)
    .where('email', 'is not', null)
    .where('email_confirmed_at', 'is', null)
    .execute()

const distance = ({ lat, lon }: { lat: number; lon: number }) =>
  sql`sqrt(pow((s.lat - ${lat}::float8) * 111320, 2) + pow((s.lon - ${lon}::float8) * 111320 * cos(radians((s.lat + ${lat}::float8) / 2)), 2))`

/**
 * Notes for each reader whom a report concerns that she is to be told, in one statement found by keys. Who is noted already stays
 * as she is. Of several subscriptions of one reader the quickest counts. Returns how many are to be told now.
 */
export async function noteHits(
  ctx: Ctx,
  caseId: string,
  keys: readonly string[],
  { lat, lon }: Pick<NewReport, 'lat' | 'lon'>,
  except: string | undefined,
): Promise<number> {
  const near = lat === undefined || lon === undefined ? sql`s.lat IS NULL` : sql`(s.lat IS NULL OR ${distance({ lat, lon })} <= s.radius_m)`
  const { rows } = await sql<{ pace: Pace }>`
    INSERT INTO services.report_subscription_hit (tenant_id, reader, case_id, subscription_id, pace, at)
    SELECT DISTINCT ON (s.reader) s.tenant_id, s.reader, ${caseId}::uuid, s.id, s.pace, ${ctx.now()}::timestamptz
    FROM services.report_subscription_key k
    JOIN services.report_subscription s ON s.tenant_id = k.tenant_id AND s.id = k.subscription_id
    WHERE k.tenant_id = ${ctx.town.id} AND s.tenant_id = ${ctx.town.id} AND k.key = ANY(${[...keys]}::text[])
      AND (s.email IS NULL OR s.email_confirmed_at IS NOT NULL) AND (s.person_id IS NULL OR s.person_id IS DISTINCT FROM ${except ?? null}::uuid) AND ${near}
    ORDER BY s.reader, array_position(ARRAY['now', 'daily', 'weekly'], s.pace), s.id
    ON CONFLICT (tenant_id, reader, case_id) DO NOTHING
    RETURNING pace`.execute(ctx.db)
  return rows.filter(({ pace }) => pace === 'now').length
}

/** Takes up to `limit` readers who are to be told of this report now; they are told with this transaction or not at all. */
export async function takeNow(ctx: Ctx, caseId: string, limit: number): Promise<Subscription[]> {
  const { rows } = await sql<Selectable<ServicesReportSubscription>>`
    WITH taken AS (
      UPDATE services.report_subscription_hit SET told_at = ${ctx.now()}::timestamptz
      WHERE tenant_id = ${ctx.town.id} AND case_id = ${caseId}::uuid AND reader IN (
        SELECT reader FROM services.report_subscription_hit
        WHERE tenant_id = ${ctx.town.id} AND case_id = ${caseId}::uuid AND told_at IS NULL AND pace = 'now'
        ORDER BY reader LIMIT ${limit} FOR UPDATE)
      RETURNING subscription_id)
    SELECT s.* FROM services.report_subscription s JOIN taken ON taken.subscription_id = s.id WHERE s.tenant_id = ${ctx.town.id}`.execute(
    ctx.db,
  )
  return rows.map(subscriptionOf)
}

/** Readers after `after` for whom something waits at this pace. */
export async function waitingReaders(ctx: Ctx, pace: Pace, after: Buffer | undefined, limit: number): Promise<Buffer[]> {
  let query = ctx.db
    .selectFrom('services.report_subscription_hit')
    .select('reader')
    .distinct()
    .where('tenant_id', '=', ctx.town.id)
    .where('pace', '=', pace)
    .where('told_at', 'is', null)
    .orderBy('reader')
    .limit(limit)
  if (after) query = query.where('reader', '>', after)
  return (await query.execute()).map(({ reader }) => reader)
}

/** Takes what waits for one reader at this pace: the ids of the reports, newest first, and one of the subscriptions. */
export async function takeWaiting(
  ctx: Ctx,
  pace: Pace,
  reader: Buffer,
): Promise<{ caseIds: string[]; subscriptionId: string } | undefined> {
  const rows = await ctx.db
    .updateTable('services.report_subscription_hit')
    .set({ told_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('pace', '=', pace)
    .where('reader', '=', reader)
    .where('told_at', 'is', null)
    .returning(['case_id', 'subscription_id', 'at'])
    .execute()
  const [first] = rows
  const newest = [...rows].sort((a, b) => b.at.getTime() - a.at.getTime())
  return first && { caseIds: newest.map((row) => row.case_id), subscriptionId: first.subscription_id }
}
