import type { Ctx } from '#platform/context.ts'

export type StaffUnit = { id: string; name: string; kind: string; parentId: string | undefined }

/** Departments and teams that can be given work, each team after its department. */
export async function staffUnits(ctx: Ctx): Promise<StaffUnit[]> {
  const rows = await ctx.db
    .selectFrom('core.organisation')
    .select(['id', 'name', 'kind', 'parent_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', 'in', ['department', 'team'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute()
  const all = rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, parentId: row.parent_id ?? undefined }))
  const departments = all.filter(({ kind }) => kind === 'department')
  const placed = departments.flatMap((department) => [department, ...all.filter(({ parentId }) => parentId === department.id)])
  return [...placed, ...all.filter((unit) => !placed.includes(unit))]
}

export type StaffPerson = { id: string; name: string }

const working = ['crew', 'clerk', 'dispatcher', 'lead']

/** Everybody who can be given a case. */
export async function staffPeople(ctx: Ctx): Promise<StaffPerson[]> {
  return await ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .select(['p.id', 'p.name'])
    .distinct()
    .where('m.tenant_id', '=', ctx.town.id)
    .where('m.role', 'in', working)
    .where('m.until', 'is', null)
    .orderBy('p.name')
    .limit(500)
    .execute()
}
