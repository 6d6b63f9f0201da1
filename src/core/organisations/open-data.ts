import { lastOfKinds } from '#core/memory/index.ts'
import type { DataColumn, DataSource } from '#platform/open-data/data-set.ts'
import { unitCount, unitRows } from './open-data.sql.ts'
import { OrganisationChanged, OrganisationClosed, OrganisationCreated, OrganisationReopened } from './organisation.rules.ts'

const kinds = [OrganisationCreated, OrganisationChanged, OrganisationClosed, OrganisationReopened].map(({ kind }) => kind)
const column = (name: string, type: DataColumn['type']): DataColumn => ({ name, type, text: `organisations.column.${name}` })
const columns = [
  column('code', 'text'),
  column('kind', 'code'),
  column('name', 'text'),
  column('name_en', 'text'),
  column('part_of', 'text'),
  column('open', 'boolean'),
]

/** Departments and teams, to whose codes other data refers. */
export const unitData: DataSource = async (ctx) => {
  const count = await unitCount(ctx)
  if (count === 0) return []
  return [
    {
      name: 'aemter',
      text: 'organisations.data',
      themes: ['GOVE'],
      frequency: 'IRREG',
      columns,
      id: 'code',
      changedAt: await lastOfKinds(ctx, kinds),
      count,
      rows: unitRows,
    },
  ]
}
