import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesReport } from '#platform/db/schema.generated.ts'
import type { Case } from '../cases/index.ts'
import type { Answers } from './category.rules.ts'
import type { PlaceChoice, RoadOwner } from './place.rules.ts'
import type { EndReason } from './report.rules.ts'
import type { ReportPlace } from './report.view.rules.ts'

/** What a report has beside its case. */
export type Report = {
  caseId: string
  categoryId: string
  /** As written; what the public reads stands with the case. */
  text: string
  answers: Answers
  /** What a program said beside the answers. */
  extra: Record<string, string>
  placeWay: PlaceChoice['way']
  placeNote: string
  accuracyM: number | undefined
  street: string | undefined
  houseNumber: string | undefined
  roadOwner: RoadOwner | undefined
  observedAt: Date | undefined
  channel: string
  publishedAt: Date | undefined
  hiddenAt: Date | undefined
  findings: string[]
  plannedFor: Date | undefined
  endReason: EndReason | undefined
}

// The checks of the table and the schemas of the verbs allow no other words than these types.
const reportOf = (row: Selectable<ServicesReport>): Report => ({
  caseId: row.case_id,
  categoryId: row.category_id,
  text: row.text,
  answers: row.answers as Answers,
  extra: row.extra as Record<string, string>,
  placeWay: row.place_way as PlaceChoice['way'],
  placeNote: row.place_note,
  accuracyM: row.accuracy_m ?? undefined,
  street: row.street ?? undefined,
  houseNumber: row.house_number ?? undefined,
  roadOwner: (row.road_owner ?? undefined) as RoadOwner | undefined,
  observedAt: row.observed_at ?? undefined,
  channel: row.channel,
  publishedAt: row.published_at ?? undefined,
  hiddenAt: row.hidden_at ?? undefined,
  findings: row.findings,
  // A day without a time; noon keeps it the same day in every zone of the country.
  plannedFor: row.planned_for ? new Date(`${row.planned_for}T12:00:00Z`) : undefined,
  endReason: (row.end_reason ?? undefined) as EndReason | undefined,
})

export async function reportOfCase(ctx: Ctx, caseId: string): Promise<Report | undefined> {
  const row = await ctx.db
    .selectFrom('services.report')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && reportOf(row)
}

/** By the id of the case. */
export async function reportsOfCases(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, Report>> {
  if (caseIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.report')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map((row) => [row.case_id, reportOf(row)]))
}

/** The case that was made under this key, if there is one. Of two who ask at once the second waits for the first. */
export async function caseIdByClientKey(ctx: Ctx, clientKey: string): Promise<string | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`report ${ctx.town.id} ${clientKey}`}, 0))`.execute(ctx.db)
  const row = await ctx.db
    .selectFrom('services.report')
    .select('case_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return row?.case_id
}

export const placeColumns = (place: PlaceChoice) => ({
  place_way: place.way,
  place_note: place.note ?? '',
  accuracy_m: place.accuracyM ?? null,
  street: place.street ?? null,
  house_number: place.houseNumber ?? null,
  road_owner: place.roadOwner ?? null,
})

export type NewReport = {
  caseId: string
  categoryId: string
  text: string
  answers: Answers
  extra: Record<string, string>
  place: PlaceChoice
  observedAt: Date | undefined
  channel: string
  clientKey: string | undefined
  publishedAt: Date | undefined
  findings: readonly string[]
}

export const insertReport = (ctx: Ctx, it: NewReport) =>
  ctx.db
    .insertInto('services.report')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      category_id: it.categoryId,
      text: it.text,
      answers: JSON.stringify(it.answers),
      extra: JSON.stringify(it.extra),
      api_key_id: ctx.actor.apiKeyId ?? null,
      ...placeColumns(it.place),
      observed_at: it.observedAt ?? null,
      channel: it.channel,
      client_key: it.clientKey ?? null,
      published_at: it.publishedAt ?? null,
      findings: [...it.findings],
    })
    .execute()

export type ReportChanges = Partial<{
  category_id: string
  published_at: Date | null
  hidden_at: Date | null
  findings: string[]
  planned_for: string | null
  end_reason: string | null
  place_way: string
  place_note: string
  accuracy_m: number | null
  street: string | null
  house_number: string | null
  road_owner: string | null
}>

export const changeReport = (ctx: Ctx, caseId: string, changes: ReportChanges) =>
  ctx.db.updateTable('services.report').set(changes).where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId).execute()

export const placeOf = (it: Case, report: Report): ReportPlace => ({
  label: it.placeLabel,
  note: report.placeNote,
  lat: it.lat ?? 0,
  lon: it.lon ?? 0,
  accuracyM: report.accuracyM,
  way: report.placeWay,
  street: report.street,
  houseNumber: report.houseNumber,
  districtId: it.districtId,
  assetId: it.assetId,
})
