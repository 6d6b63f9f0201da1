import { sql } from 'kysely'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'

const today = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

/** What everybody sees today, one row a service. */
export const serviceRows: DataSet['rows'] = (ctx, after, limit) => sql`
  SELECT s.slug AS key, s.slug, v.content->>'leikaKey' AS leika_key, v.content->'de'->>'name' AS name,
    nullif(v.content->'en'->>'name', '') AS name_en, v.content->'de'->>'short' AS short, nullif(v.content->'en'->>'short', '') AS short_en,
    o.code AS unit, (v.content->>'normDays')::int AS norm_days, v.content->>'trust' AS trust, v.valid_from, '/dienste/' || s.slug AS address
  FROM services.service s
  JOIN services.service_version v ON v.tenant_id = s.tenant_id AND v.service_id = s.id
    AND v.valid_from <= ${today(ctx)}::date AND v.valid_to >= ${today(ctx)}::date
  LEFT JOIN core.organisation o ON o.tenant_id = v.tenant_id AND o.id = v.unit_id
  WHERE s.tenant_id = ${ctx.town.id} AND s.slug > ${after} ORDER BY s.slug LIMIT ${limit}`
