import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { estimatesFrom, type Kept, type Observed } from './ladder.rules.ts'

/** As many rows as one statement writes. */
const PAGE = 1_000
/** So many reports are counted by one statement, so that none runs into the limit of time however many a year has. */
const AT_ONCE = 5_000

/**
 * Makes the estimates anew from the reports of the last 365 days, as of now. Doubles, abuse, what was taken back and what is not the
 * town's are left out; what ended otherwise counts as open until then. Returns how many estimates there are.
 */
export async function refreshEstimates(ctx: Ctx, atOnce = AT_ONCE): Promise<number> {
  const kept = estimatesFrom(await observedInAYear(ctx, atOnce))
  await ctx.db.deleteFrom('services.promise_estimate').where('tenant_id', '=', ctx.town.id).execute()
  for (let from = 0; from < kept.length; from += PAGE) await insert(ctx, kept.slice(from, from + PAGE))
  return kept.length
}

const insert = (ctx: Ctx, page: readonly Kept[]) =>
  ctx.db
    .insertInto('services.promise_estimate')
    .values(page.map((one) => ({ ...one, tenant_id: ctx.town.id, made_at: ctx.now() })))
    .execute()

async function observedInAYear(ctx: Ctx, atOnce: number): Promise<Iterable<Observed>> {
  const counted = new Map<string, Observed>()
  const begin = new Date(ctx.now().getTime() - 365 * 86_400_000)
  for (let until = ctx.now(); until > begin; ) {
    const from = (await receivedBefore(ctx, until, begin, atOnce)) ?? begin
    for (const one of await observed(ctx, from, until)) {
      const key = `${one.categoryId} ${one.districtId} ${one.month} ${one.days}`
      const known = counted.get(key)
      counted.set(key, known ? { ...one, finished: known.finished + one.finished, open: known.open + one.open } : one)
    }
    until = from
  }
  return counted.values()
}

/** When the last of the next page of reports was received, back from `until`; undefined where no full page is left after `begin`. */
async function receivedBefore(ctx: Ctx, until: Date, begin: Date, atOnce: number): Promise<Date | undefined> {
  const row = await ctx.db
    .selectFrom('services.case')
    .select('received_at')
    .where('tenant_id', '=', ctx.town.id)
    .where('received_at', '<=', until)
    .where('received_at', '>', begin)
    .orderBy('received_at', 'desc')
    .offset(atOnce)
    .limit(1)
    .executeTakeFirst()
  // Where more than a page came in one moment they are counted together.
  return row && row.received_at < until ? row.received_at : undefined
}

/** Those received after `from`, until `until`. */
async function observed(ctx: Ctx, from: Date, until: Date): Promise<Observed[]> {
  const { id, timeZone } = ctx.town
  const { rows } = await sql<Omit<Observed, 'districtId'> & { districtId: string | null }>`
    SELECT "categoryId", "groupCode", "districtId", month, days, count(*) FILTER (WHERE finished)::int AS finished,
      count(*) FILTER (WHERE NOT finished)::int AS open
    FROM (
      SELECT c.type_id AS "categoryId", g.group_code AS "groupCode", c.district_id AS "districtId",
        extract(month FROM c.received_at AT TIME ZONE ${timeZone})::int AS month,
        greatest(0, (least(c.closed_at, ${ctx.now()}::timestamptz) AT TIME ZONE ${timeZone})::date
          - (c.received_at AT TIME ZONE ${timeZone})::date - coalesce(p.stopped_days, 0)) AS days,
        c.stage = 'done' AND c.closed_at <= ${ctx.now()} AS finished
      FROM services.case c
      JOIN services.report_category g ON g.tenant_id = c.tenant_id AND g.id = c.type_id
      LEFT JOIN services.report r ON r.tenant_id = c.tenant_id AND r.case_id = c.id AND c.stage = 'ended'
      LEFT JOIN services.promise p ON p.tenant_id = c.tenant_id AND p.case_id = c.id
      WHERE c.tenant_id = ${id} AND c.kind = 'report' AND c.stage <> 'draft'
        AND c.received_at > ${from}::timestamptz AND c.received_at <= ${until}::timestamptz
        AND c.incident_id IS NULL AND coalesce(r.end_reason, '') NOT IN ('duplicate', 'abuse', 'withdrawn', 'notOurs')
    ) AS one
    GROUP BY 1, 2, 3, 4, 5`.execute(ctx.db)
  return rows.map((row) => ({ ...row, districtId: row.districtId ?? undefined }))
}
