import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { caseById, caseColumns, caseOf } from '../cases/case.sql.ts'
import { type Case, coveredToday, type DeskSort, type PageAsked, type PageOf, workingUnits } from '../cases/index.ts'
import { filtered, readPage } from '../cases/list.sql.ts'
import { writeCursor } from '../cases/page.rules.ts'
import { type CaseQuery, wordsIn } from '../cases/words.sql.ts'
import { type ApplicationCounts, type ApplicationFilter, type ApplicationTab, applicationTabs } from './desk-list.rules.ts'
import { SEE_ALL } from './rights.ts'

/** As a literal, so that the indexes of applications alone are known to fit. */
const isApplication = sql<boolean>`c.kind = 'application'`

const all = (ctx: Ctx) => ctx.db.selectFrom('services.case as c').where('c.tenant_id', '=', ctx.town.id).where(isApplication)

type Own = { units: readonly string[]; covered: readonly string[] }

const ownOf = async (ctx: Ctx): Promise<Own> => ({ units: await workingUnits(ctx), covered: await coveredToday(ctx) })

const nothing = sql<boolean>`false`

/** Narrows to those of some units. */
const inUnits = <O>(query: CaseQuery<O>, units: readonly string[]): CaseQuery<O> =>
  units.length ? query.where('c.unit_id', 'in', [...units]) : query.where(nothing)

/** Narrows to what the actor may see, and to a tab. */
function inTab<O>(ctx: Ctx, query: CaseQuery<O>, tab: ApplicationTab, { units, covered }: Own): CaseQuery<O> {
  const { personId } = ctx.actor
  const open = query.where('c.closed_at', 'is', null)
  switch (tab) {
    case 'mine':
      return personId ? open.where('c.assignee_id', '=', personId) : open.where(nothing)
    case 'cover':
      return covered.length ? inUnits(open, units).where('c.assignee_id', 'in', [...covered]) : open.where(nothing)
    case 'team':
      return inUnits(open, units)
    case 'acceptance':
    case 'letter':
      return inUnits(open, units).where('c.waits_for', '=', tab)
    case 'approval':
      return inUnits(open, units).where(toApprove(ctx))
    case 'opinion':
      return open.where(askedOf(ctx, units))
    case 'overdue':
      return seen(ctx, open, units).where('c.due_at', '<', ctx.now())
    case 'waiting':
      return seen(ctx, open, units).where('c.stage', '=', 'yourTurn')
    case 'open':
      return seen(ctx, open, units)
    case 'closed':
      return seen(ctx, query, units).where('c.closed_at', 'is not', null)
    case 'all':
      return seen(ctx, query, units)
  }
}

/** Applications are personal: those of other units are seen by who has the right to all. */
const seen = <O>(ctx: Ctx, query: CaseQuery<O>, units: readonly string[]): CaseQuery<O> =>
  may(ctx, SEE_ALL) ? query : inUnits(query, units)

/** A decision that somebody else drafted, or a letter that somebody else signed first. */
const toApprove = (ctx: Ctx) => sql<boolean>`(
  (c.waits_for = 'approval' AND NOT EXISTS (
    SELECT FROM services.decision d WHERE d.tenant_id = c.tenant_id AND d.case_id = c.id AND d.approved_at IS NULL AND d.returned_at IS NULL
      AND d.drafted_by = ${ctx.actor.personId ?? null}::uuid))
  OR c.id IN (SELECT l.case_id FROM services.letter l WHERE l.tenant_id = ${ctx.town.id} AND l.state = 'draft' AND l.signed_by IS NOT NULL
    AND l.signed_by <> ${ctx.actor.personId ?? null}::uuid))`

/** What one of these units is asked to say something about. */
const askedOf = (ctx: Ctx, units: readonly string[]) => sql<boolean>`c.id IN (
  SELECT o.case_id FROM services.opinion o WHERE o.tenant_id = ${ctx.town.id} AND o.unit_id = ANY(${[...units]}::uuid[])
    AND o.given_at IS NULL AND o.closed_at IS NULL)`

function narrowed(ctx: Ctx, { tab, serviceId, unitId, assigneeId, stage, text, from, until }: ApplicationFilter, own: Own) {
  const asked = {
    kind: 'application',
    text,
    from,
    until,
    stages: stage ? [stage] : undefined,
    typeIds: serviceId ? [serviceId] : undefined,
  }
  let query = inTab(ctx, filtered(all(ctx).select(caseColumns), asked), tab, own)
  if (unitId) query = query.where('c.unit_id', '=', unitId)
  if (assigneeId) query = query.where('c.assignee_id', '=', assigneeId)
  return query
}

/** One page, read by an index of applications alone. */
export async function applicationPage(ctx: Ctx, filter: ApplicationFilter, page: PageAsked<DeskSort>): Promise<PageOf<Case>> {
  return await readPage(ctx, narrowed(ctx, filter, await ownOf(ctx)), wordsIn(filter.text, 'desk_search'), page, caseOf)
}

const MOST_COUNTED = 1000
/** What is over calls for no work. */
const uncounted: readonly ApplicationTab[] = ['closed', 'all']

/** How many stand behind each tab, counted up to 1,000: one statement for all. */
export async function applicationCounts(ctx: Ctx): Promise<ApplicationCounts> {
  const own = await ownOf(ctx)
  const counted = applicationTabs.filter((tab) => !uncounted.includes(tab))
  const row = await ctx.db
    .selectNoFrom((q) =>
      counted.map((tab) => {
        const some = inTab(ctx, all(ctx).select('c.id'), tab, own).limit(MOST_COUNTED + 1)
        return q.selectFrom(some.as('some')).select(q.fn.countAll<number>().as('n')).as(tab)
      }),
    )
    .executeTakeFirstOrThrow()
  const countOf = (tab: ApplicationTab) => {
    const n = Number((row as Partial<Record<ApplicationTab, number | null>>)[tab] ?? 0)
    return { count: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED }
  }
  return Object.fromEntries(applicationTabs.map((tab) => [tab, countOf(tab)])) as ApplicationCounts
}

/** Numbers of the application before and after this one in the same list. */
export async function applicationNeighbours(
  ctx: Ctx,
  filter: ApplicationFilter,
  sort: DeskSort,
  caseId: string,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const here = await caseById(ctx, caseId)
  if (!here) return { previous: undefined, next: undefined }
  const cursor = writeCursor({ at: sort === 'due' ? here.dueAt : here.receivedAt, id: here.id })
  const one = async (page: PageAsked<DeskSort>) => (await applicationPage(ctx, filter, { ...page, sort, limit: 1 })).items[0]?.number
  return { previous: await one({ before: cursor }), next: await one({ after: cursor }) }
}

/** The services that somebody ever applied for, or can apply for, by name. */
export async function servicesApplied(ctx: Ctx): Promise<{ id: string; name: { de: string; en: string } }[]> {
  const rows = await ctx.db
    .selectFrom('services.online_service')
    .select(['service_id', 'name_de', 'name_en'])
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('name_de')
    .limit(500)
    .execute()
  return rows.map((row) => ({ id: row.service_id, name: { de: row.name_de, en: row.name_en } }))
}
