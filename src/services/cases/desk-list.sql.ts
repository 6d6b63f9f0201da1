import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { caseById, caseColumns, caseOf } from './case.sql.ts'
import { coveredToday } from './cover/stand-in.ts'
import type { Count, DeskCase, DeskCounts, DeskFilter, DeskSort, DeskTab, PageAsked, PageOf } from './list.rules.ts'
import { deskTabs } from './list.rules.ts'
import { filtered, readPage } from './list.sql.ts'
import { writeCursor } from './page.rules.ts'
import { namesOf, workingUnits } from './unit.sql.ts'
import { type CaseQuery, wordsIn } from './words.sql.ts'

const all = (ctx: Ctx) => ctx.db.selectFrom('services.case as c').where('c.tenant_id', '=', ctx.town.id)

/** Whose cases are meant: units that the actor may work for, and persons whom she covers today. */
type Own = { units: readonly string[]; covered: readonly string[] }

/** Narrows to a tab. */
function inTab<O>(ctx: Ctx, query: CaseQuery<O>, tab: DeskTab, { units, covered }: Own): CaseQuery<O> {
  if (tab === 'all') return query
  if (tab === 'unpublished') return query.where('c.to_check', '=', sql.lit(true)).where('c.stage', '!=', 'draft')
  if (tab === 'closed') return query.where('c.closed_at', 'is not', null)
  // What rests at another case is worked on there.
  const open = query.where('c.closed_at', 'is', null).where('c.stage', '!=', 'draft').where('c.incident_id', 'is', null)
  if (tab === 'mine') return ctx.actor.personId ? open.where('c.assignee_id', '=', ctx.actor.personId) : open.where(sql<boolean>`false`)
  if (tab === 'cover') return covered.length ? open.where('c.assignee_id', 'in', [...covered]) : open.where(sql<boolean>`false`)
  if (tab === 'team') return units.length ? open.where('c.unit_id', 'in', [...units]) : open.where(sql<boolean>`false`)
  if (tab === 'unassigned') return open.where('c.unit_id', 'is', null)
  if (tab === 'escalated') return open.where('c.escalated', '>', 0)
  if (tab === 'overdue') return open.where('c.due_at', '<', ctx.now())
  if (tab === 'waiting') return open.where('c.stage', '=', 'yourTurn')
  return open
}

async function narrowed(ctx: Ctx, filter: DeskFilter) {
  const own: Own = {
    units: filter.tab === 'team' ? await workingUnits(ctx) : [],
    covered: filter.tab === 'cover' ? await coveredToday(ctx) : [],
  }
  let query = inTab(ctx, filtered(all(ctx).select(caseColumns), { ...filter, town: ctx.town.bounds }), filter.tab, own)
  if (filter.states?.length) query = query.where('c.state', 'in', [...filter.states])
  // As the index of open ones by state says it.
  if (filter.states?.length && filter.stillOpen) query = query.where('c.closed_at', 'is', null)
  if (filter.unitId) query = query.where('c.unit_id', '=', filter.unitId)
  if (filter.assigneeId) query = query.where('c.assignee_id', '=', filter.assigneeId)
  if (filter.assetId) query = query.where('c.asset_id', '=', filter.assetId)
  return query
}

/** The staff's work list: one statement for the rows, read by an index, and one each for the names in them. */
export async function deskCases(ctx: Ctx, filter: DeskFilter, page: PageAsked<DeskSort> = {}): Promise<PageOf<DeskCase>> {
  const { items, ...rest } = await readPage(ctx, await narrowed(ctx, filter), wordsIn(filter.text, 'desk_search'), page, caseOf)
  const units = await namesOf(
    ctx,
    'core.organisation',
    items.flatMap(({ unitId }) => unitId ?? []),
  )
  const people = await namesOf(
    ctx,
    'core.person',
    items.flatMap(({ assigneeId }) => assigneeId ?? []),
  )
  return {
    items: items.map((item) => ({
      ...item,
      unitName: units.get(item.unitId ?? ''),
      assigneeName: people.get(item.assigneeId ?? ''),
    })),
    ...rest,
  }
}

const MOST_COUNTED = 1000

/** How many stand behind each tab, counted up to 1,000: one statement for all. */
export async function deskCounts(ctx: Ctx, kind: string): Promise<DeskCounts> {
  const own: Own = { units: await workingUnits(ctx), covered: await coveredToday(ctx) }
  const row = await ctx.db
    .selectNoFrom((q) =>
      deskTabs.map((tab) => {
        const some = inTab(ctx, all(ctx).select('c.id').where('c.kind', '=', kind), tab, own).limit(MOST_COUNTED + 1)
        return q.selectFrom(some.as('some')).select(q.fn.countAll<number>().as('n')).as(tab)
      }),
    )
    .executeTakeFirstOrThrow()
  const countOf = (n: number): Count => ({ count: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED })
  return Object.fromEntries(deskTabs.map((tab) => [tab, countOf(Number(row[tab]))])) as DeskCounts
}

/** Numbers of the case before and after this one in the same list. */
export async function neighboursOf(
  ctx: Ctx,
  filter: DeskFilter,
  sort: DeskSort,
  caseId: string,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const here = await caseById(ctx, caseId)
  if (!here) return { previous: undefined, next: undefined }
  const cursor = writeCursor({ at: sort === 'due' ? here.dueAt : here.receivedAt, id: here.id })
  const words = wordsIn(filter.text, 'desk_search')
  const query = await narrowed(ctx, filter)
  const one = async (page: PageAsked<DeskSort>) => (await readPage(ctx, query, words, { ...page, sort, limit: 1 }, caseOf)).items[0]?.number
  return { previous: await one({ before: cursor }), next: await one({ after: cursor }) }
}
