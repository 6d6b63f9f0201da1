import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { NotTaken } from './foreign.rules.ts'

/** Two imports from the same system come one after the other, page by page. */
export const holdSource = (ctx: Ctx, source: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${ctx.town.id} ${source}`}, 0))`.execute(ctx.db)

export type Known = { caseId: string | undefined; digest: Buffer; mine: boolean; state: string; number: string }

/** What was taken over before, by the number there; `mine`: nobody has touched it here since. */
export async function knownAmong(ctx: Ctx, source: string, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.imported_report as i')
    .leftJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'i.tenant_id').onRef('c.id', '=', 'i.case_id'))
    .select(['i.service_request_id', 'i.case_id', 'i.digest', 'i.case_version', 'c.version', 'c.state', 'c.number'])
    .where('i.tenant_id', '=', ctx.town.id)
    .where('i.source', '=', source)
    .where('i.service_request_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.service_request_id,
      {
        caseId: row.case_id ?? undefined,
        digest: row.digest,
        mine: row.version === row.case_version,
        state: row.state ?? '',
        number: row.number ?? '',
      },
    ]),
  )
}

/** Which of these numbers are taken here. */
export async function takenNumbers(ctx: Ctx, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('services.case')
    .select('number')
    .where('tenant_id', '=', ctx.town.id)
    .where('number', 'in', [...numbers])
    .execute()
  return new Set(rows.map(({ number }) => number))
}

export type ImportedCase = {
  id: string
  number: string
  typeId: string
  title: string
  placeLabel: string
  state: string
  stage: string
  published: boolean
  unitId: string | undefined
  districtId: string | undefined
  lat: number
  lon: number
  publicText: string
  text: string
  receivedAt: Date
  updatedAt: Date
  dueAt: Date
  closedAt: Date | undefined
  /** By which retention counts. */
  result: string | undefined
}

const searchVector = ({ title, placeLabel, text }: ImportedCase) => sql<string>`to_tsvector('german', ${`${title} ${placeLabel} ${text}`})`

/** What the other system may say anew at any time. */
const told = (it: ImportedCase) => ({
  type_id: it.typeId,
  title: it.title,
  place_label: it.placeLabel,
  state: it.state,
  stage: it.stage,
  unit_id: it.unitId ?? null,
  district_id: it.districtId ?? null,
  lat: it.lat,
  lon: it.lon,
  public_text: it.publicText,
  desk_search: searchVector(it),
  updated_at: it.updatedAt,
  due_at: it.dueAt,
  closed_at: it.closedAt ?? null,
  result: it.result ?? null,
})

export async function insertCases(ctx: Ctx, all: readonly ImportedCase[]): Promise<void> {
  await ctx.db
    .insertInto('services.case')
    .values(
      all.map((it) => ({
        tenant_id: ctx.town.id,
        id: it.id,
        kind: 'report',
        number: it.number,
        published: it.published,
        received_at: it.receivedAt,
        ...told(it),
      })),
    )
    .execute()
  await ctx.db
    .insertInto('services.report')
    .values(
      all.map((it) => ({
        tenant_id: ctx.town.id,
        case_id: it.id,
        category_id: it.typeId,
        text: it.text,
        place_way: 'map',
        channel: 'import',
        published_at: it.published ? it.receivedAt : null,
      })),
    )
    .execute()
}

/** What the other system says now, in a case that nobody has touched here. Returns the new version. */
export async function updateCase(ctx: Ctx, it: ImportedCase): Promise<number> {
  const row = await ctx.db
    .updateTable('services.case')
    .set({ ...told(it), version: sql<number>`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', it.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('services.report')
    .set({ text: it.text, category_id: it.typeId })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', it.id)
    .execute()
  return row.version
}

export type ImportedMessage = { caseId: string; id: string; text: string; at: Date }

export const insertWords = (ctx: Ctx, all: readonly ImportedMessage[]) =>
  all.length === 0
    ? undefined
    : ctx.db
        .insertInto('services.case_message')
        .values(
          all.map(({ caseId, id, text, at }) => ({
            tenant_id: ctx.town.id,
            case_id: caseId,
            id,
            kind: 'public',
            audience: 'public',
            text,
            at,
          })),
        )
        .execute()

/** Units are asked to take what is still open. */
export const insertOffers = (ctx: Ctx, all: readonly { caseId: string; id: string; unitId: string; since: Date }[]) =>
  all.length === 0
    ? undefined
    : ctx.db
        .insertInto('services.assignment')
        .values(
          all.map(({ caseId, id, unitId, since }) => ({
            tenant_id: ctx.town.id,
            case_id: caseId,
            id,
            unit_id: unitId,
            state: 'offered',
            since,
          })),
        )
        .execute()

export const endOffers = (ctx: Ctx, caseId: string) =>
  ctx.db
    .updateTable('services.assignment')
    .set({ state: 'ended', until: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('until', 'is', null)
    .execute()

export type ImportedEvent = { id: string; kind: string; audience: string; at: Date; caseId: string; data: Record<string, unknown> }

/**
 * Writes what happened elsewhere into the memory without telling anybody: it was long ago, and who wanted to know of it heard of it there.
 * So nothing of it goes to listeners, mails, subscriptions or other programs.
 */
export async function insertQuietEvents(ctx: Ctx, all: readonly ImportedEvent[]): Promise<void> {
  if (all.length === 0) return
  await ctx.db
    .insertInto('core.event')
    .values(
      all.map(({ id, kind, audience, at, data }) => ({
        tenant_id: ctx.town.id,
        id,
        kind,
        audience,
        at,
        recorded_at: ctx.now(),
        actor_kind: 'system',
        actor_role: 'import',
        data: JSON.stringify(data),
      })),
    )
    .execute()
  await ctx.db
    .insertInto('core.event_subject')
    .values(all.map(({ id, caseId }) => ({ tenant_id: ctx.town.id, subject_type: 'case', subject_id: caseId, event_id: id })))
    .execute()
}

export type Mark = { id: string; caseId: string; digest: Buffer; version: number; photoUrl: string | undefined }

/** Knows them again the next time. */
export const putMarks = async (ctx: Ctx, source: string, all: readonly Mark[]): Promise<void> => {
  if (all.length === 0) return
  await ctx.db
    .insertInto('services.imported_report')
    .values(
      all.map(({ id, caseId, digest, version, photoUrl }) => ({
        tenant_id: ctx.town.id,
        source,
        service_request_id: id,
        case_id: caseId,
        digest,
        case_version: version,
        photo_url: photoUrl ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'source', 'service_request_id']).doUpdateSet((q) => ({
        digest: q.ref('excluded.digest'),
        case_version: q.ref('excluded.case_version'),
        photo_url: q.ref('excluded.photo_url'),
      })),
    )
    .execute()
}

/** Keeps what could not be taken over, and forgets what could. */
export async function noteRefusals(
  ctx: Ctx,
  source: string,
  seen: readonly string[],
  refused: ReadonlyMap<string, NotTaken>,
): Promise<void> {
  const fine = seen.filter((id) => id !== '' && !refused.has(id))
  if (fine.length > 0)
    await ctx.db
      .deleteFrom('services.import_refusal')
      .where('tenant_id', '=', ctx.town.id)
      .where('source', '=', source)
      .where('service_request_id', 'in', fine)
      .execute()
  if (refused.size > 0)
    await ctx.db
      .insertInto('services.import_refusal')
      .values([...refused].map(([id, why]) => ({ tenant_id: ctx.town.id, source, service_request_id: id || '–', why })))
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'source', 'service_request_id']).doUpdateSet((q) => ({ why: q.ref('excluded.why') })),
      )
      .execute()
}

export type Refusals = { why: string; count: number; examples: string[] }

/** Why reports could not be taken over, with the first ten numbers of each. */
export async function refusalsOf(ctx: Ctx, source: string): Promise<Refusals[]> {
  const { rows } = await sql<Refusals>`
    SELECT why, count(*)::int AS count, (array_agg(service_request_id ORDER BY service_request_id))[1:10] AS examples
    FROM services.import_refusal WHERE tenant_id = ${ctx.town.id} AND source = ${source} GROUP BY why ORDER BY count(*) DESC, why`.execute(
    ctx.db,
  )
  return rows
}
