import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesObjection } from '#platform/db/schema.generated.ts'
import { caseColumns, caseOf } from '../../cases/case.sql.ts'
import type { Case } from '../../cases/index.ts'
import type { Period } from './period.rules.ts'

/** A case that objects to a decision, with its time as it was computed when it came. */
export type Objection = Period & { caseId: string; againstCaseId: string | undefined; letterId: string | undefined }

const objectionFrom = (row: Selectable<ServicesObjection>): Objection => ({
  caseId: row.case_id,
  againstCaseId: row.against_case_id ?? undefined,
  letterId: row.letter_id ?? undefined,
  deliveredOn: row.delivered_on ?? undefined,
  noticed: row.noticed,
  lastDay: row.last_day ?? undefined,
  receivedOn: row.received_on,
  late: row.late,
})

export const insertObjection = (ctx: Ctx, it: Objection) =>
  ctx.db
    .insertInto('services.objection')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      against_case_id: it.againstCaseId ?? null,
      letter_id: it.letterId ?? null,
      delivered_on: it.deliveredOn ?? null,
      noticed: it.noticed,
      last_day: it.lastDay ?? null,
      received_on: it.receivedOn,
      late: it.late,
    })
    .execute()

export async function objectionOf(ctx: Ctx, caseId: string): Promise<Objection | undefined> {
  const row = await ctx.db
    .selectFrom('services.objection')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && objectionFrom(row)
}

/** More nobody reads. */
const MOST = 50

/** The cases that object to a decision of this one, the newest first, with the letter that each objects to. */
export async function objectionsAgainst(ctx: Ctx, caseId: string): Promise<{ it: Case; letterId: string | undefined }[]> {
  const rows = await ctx.db
    .selectFrom('services.objection as o')
    .innerJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'o.tenant_id').onRef('c.id', '=', 'o.case_id'))
    .select([...caseColumns, 'o.letter_id'])
    .where('o.tenant_id', '=', ctx.town.id)
    .where('o.against_case_id', '=', caseId)
    .orderBy('c.received_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ it: caseOf(row), letterId: row.letter_id ?? undefined }))
}
