import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServiceFigures, StoppedAt } from './figures.rules.ts'

export type FiguresAsked = { from: string; until: string; serviceId?: string | undefined }
type By = { service: boolean; month: boolean }

const counted = (ctx: Ctx, { from, until, serviceId }: FiguresAsked) => sql`
  SELECT * FROM services.application_count WHERE tenant_id = ${ctx.town.id} AND month BETWEEN ${from}::date AND ${until}::date
    ${serviceId ? sql`AND service_id = ${serviceId}` : sql``}`

/** Sums of what was counted, by service or month or both; percentiles from how often each number of days occurred. */
export async function figuresBy(ctx: Ctx, asked: FiguresAsked, by: By): Promise<ServiceFigures[]> {
  const group = [...(by.service ? [sql`service_id`] : []), ...(by.month ? [sql`month`] : [])]
  const keys = sql.join(group)
  const { rows } = await sql<
    Partial<{ service_id: string; month: string }> & Omit<ServiceFigures, 'half' | 'most'> & { half: number | null; most: number | null }
  >`
    WITH counted AS (${counted(ctx, asked)}),
    sums AS (SELECT ${keys}, sum(count) FILTER (WHERE what = 'received') AS received, sum(count) FILTER (WHERE what = 'done') AS done,
      sum(count) FILTER (WHERE what = 'withdrawn') AS withdrawn, sum(count) FILTER (WHERE what = 'ended') AS ended,
      sum(count) FILTER (WHERE what = 'done' AND NOT late) AS kept, sum(count) FILTER (WHERE what = 'done' AND late) AS late
      FROM counted GROUP BY ${keys}),
    daily AS (SELECT ${keys}, days, sum(count) AS n FROM counted WHERE what = 'done' GROUP BY ${keys}, days),
    upto AS (SELECT ${keys}, days, sum(n) OVER (PARTITION BY ${keys} ORDER BY days) AS upto, sum(n) OVER (PARTITION BY ${keys}) AS total FROM daily),
    times AS (SELECT ${keys}, min(days) FILTER (WHERE upto * 2 >= total) AS half, min(days) FILTER (WHERE upto * 10 >= total * 9) AS most FROM upto GROUP BY ${keys})
    SELECT ${keys}, coalesce(received, 0)::int AS received, coalesce(done, 0)::int AS done, coalesce(withdrawn, 0)::int AS withdrawn,
      coalesce(ended, 0)::int AS ended, coalesce(kept, 0)::int AS kept, coalesce(late, 0)::int AS late, half, most
    FROM sums LEFT JOIN times USING (${keys}) ORDER BY ${keys} LIMIT 20000`.execute(ctx.db)
  return rows.map(({ service_id, month, half, most, ...row }) => ({
    ...row,
    serviceId: service_id,
    month,
    half: half ?? undefined,
    most: most ?? undefined,
  }))
}

/** How many came by which way. */
export async function channelsOf(ctx: Ctx, asked: FiguresAsked): Promise<{ channel: string; count: number }[]> {
  const { rows } = await sql<{ channel: string; count: number }>`
    SELECT channel, sum(count)::int AS count FROM (${counted(ctx, asked)}) c WHERE what = 'received' GROUP BY channel ORDER BY 2 DESC, 1`.execute(
    ctx.db,
  )
  return rows
}

/** On which pages of the form of a service people stopped. */
export async function stoppedAt(ctx: Ctx, { from, until, serviceId }: FiguresAsked & { serviceId: string }): Promise<StoppedAt[]> {
  const { rows } = await sql<StoppedAt>`
    SELECT page, sum(waiting + gone)::int AS count FROM services.draft_count
    WHERE tenant_id = ${ctx.town.id} AND service_id = ${serviceId} AND month BETWEEN ${from}::date AND ${until}::date
    GROUP BY page HAVING sum(waiting + gone) > 0 ORDER BY page LIMIT 200`.execute(ctx.db)
  return rows
}
