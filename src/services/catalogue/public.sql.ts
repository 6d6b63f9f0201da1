import { sql } from 'kysely'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import type { Phrase } from './search.rules.ts'
import { MOST_SERVICES, type ServiceCard, type ServiceContent, type ServiceVersion } from './service.rules.ts'

const today = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

const validOn = (day: string) => sql`v.valid_from <= ${day}::date AND v.valid_to >= ${day}::date`

type CardRow = Omit<ServiceCard, 'name' | 'short'> & { nameDe: string; nameEn: string; shortDe: string; shortEn: string }

/** The services that everybody sees today, by their German names. */
export function publicServices(ctx: Ctx): Promise<readonly ServiceCard[]> {
  const day = today(ctx)
  return kept(ctx, 'service', `public on ${day}`, async () => {
    const { rows } = await sql<CardRow>`
      SELECT s.id, s.slug, v.number, v.content->'de'->>'name' AS "nameDe", v.content->'en'->>'name' AS "nameEn",
        v.content->'de'->>'short' AS "shortDe", v.content->'en'->>'short' AS "shortEn", v.unit_id AS "unitId",
        v.content->'situations' AS situations, (v.content->>'asked')::boolean AS asked
      FROM services.service_version v JOIN services.service s ON s.tenant_id = v.tenant_id AND s.id = v.service_id
      WHERE v.tenant_id = ${ctx.town.id} AND ${validOn(day)} LIMIT ${MOST_SERVICES}`.execute(ctx.db)
    return rows
      .map(({ nameDe, nameEn, shortDe, shortEn, unitId, ...row }) => ({
        ...row,
        unitId: unitId ?? undefined,
        name: { de: nameDe, en: nameEn },
        short: { de: shortDe, en: shortEn },
      }))
      .sort((a, b) => a.name.de.localeCompare(b.name.de, 'de'))
  })
}

const versionColumns = sql`s.slug, v.service_id AS "serviceId", v.number, v.content, v.valid_from::text AS "validFrom",
  nullif(v.valid_to, 'infinity')::text AS "validTo", v.published_at AS "publishedAt", v.published_by AS "publishedBy"`
const versionTables = sql`services.service_version v JOIN services.service s ON s.tenant_id = v.tenant_id AND s.id = v.service_id`

type VersionRow = Omit<ServiceVersion, 'validTo' | 'publishedBy' | 'content'> & {
  content: unknown
  validTo: string | null
  publishedBy: string | null
}

// What stands in the jsonb column went through ServiceContent.
const versionOf = (row: VersionRow): ServiceVersion => ({
  ...row,
  content: row.content as ServiceContent,
  validTo: row.validTo ?? undefined,
  publishedBy: row.publishedBy ?? undefined,
})

/** What everybody reads today at this address. */
export async function publicVersion(ctx: Ctx, slug: string): Promise<ServiceVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    SELECT ${versionColumns} FROM ${versionTables}
    WHERE s.tenant_id = ${ctx.town.id} AND s.slug = ${slug} AND ${validOn(today(ctx))} LIMIT 1`.execute(ctx.db)
  return rows[0] && versionOf(rows[0])
}

/** All versions of a service, the newest first; at most 100. */
export async function versionsOf(ctx: Ctx, serviceId: string): Promise<ServiceVersion[]> {
  const { rows } = await sql<VersionRow>`
    SELECT ${versionColumns} FROM ${versionTables}
    WHERE v.tenant_id = ${ctx.town.id} AND v.service_id = ${serviceId} ORDER BY v.number DESC LIMIT 100`.execute(ctx.db)
  return rows.map(versionOf)
}

export async function versionBy(ctx: Ctx, serviceId: string, number: number): Promise<ServiceVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    SELECT ${versionColumns} FROM ${versionTables}
    WHERE v.tenant_id = ${ctx.town.id} AND v.service_id = ${serviceId} AND v.number = ${number}`.execute(ctx.db)
  return rows[0] && versionOf(rows[0])
}

/** Phrases of the services that are likest to any of the texts, by service; to be scored by `serviceScore`. */
export async function phrasesLike(ctx: Ctx, texts: readonly string[], each: number): Promise<Map<string, Phrase[]>> {
  if (texts.length === 0) return new Map()
  const like = (distance: '<->' | '<->>') => sql`
    SELECT p.service_id, p.number FROM services.service_phrase p
    WHERE p.tenant_id = ${ctx.town.id} ORDER BY p.phrase ${sql.raw(distance)} a.text LIMIT ${each}`
  const { rows } = await sql<{ serviceId: string } & Phrase>`
    WITH found AS (
      SELECT DISTINCT f.service_id, f.number
      FROM unnest(${texts}::text[]) AS a(text) CROSS JOIN LATERAL ((${like('<->')}) UNION (${like('<->>')})) f
    )
    SELECT p.service_id AS "serviceId", p.phrase, p.kind
    FROM found f
    JOIN services.service_version v ON v.tenant_id = ${ctx.town.id} AND v.service_id = f.service_id AND v.number = f.number AND ${validOn(today(ctx))}
    JOIN services.service_phrase p ON p.tenant_id = ${ctx.town.id} AND p.service_id = f.service_id AND p.number = f.number`.execute(ctx.db)
  const found = new Map<string, Phrase[]>()
  for (const { serviceId, phrase, kind } of rows) found.set(serviceId, [...(found.get(serviceId) ?? []), { phrase, kind }])
  return found
}
