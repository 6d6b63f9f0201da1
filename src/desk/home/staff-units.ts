import { type Organisation, organisationsOf } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'

export type StaffUnit = Pick<Organisation, 'id' | 'code' | 'name' | 'kind' | 'parentId'>

/** Departments and teams that can be given work, each team after its department. */
export async function staffUnits(ctx: Ctx): Promise<StaffUnit[]> {
  const all = await organisationsOf(ctx, ['department', 'team'])
  const departments = all.filter(({ kind }) => kind === 'department')
  const placed = departments.flatMap((department) => [department, ...all.filter(({ parentId }) => parentId === department.id)])
  return [...placed, ...all.filter((unit) => !placed.includes(unit))]
}
