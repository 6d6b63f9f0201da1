import { lastOfKinds } from '#core/memory/index.ts'
import type { DataColumn, DataSource } from '#platform/open-data/data-set.ts'
import { serviceRows } from './open-data.sql.ts'
import { publicServices } from './public.sql.ts'
import { ServicePublished, ServiceTakenBack } from './service.events.ts'

const column = (name: string, type: DataColumn['type']): DataColumn => ({ name, type, text: `service.column.${name}` })
const columns = [
  column('slug', 'text'),
  column('leika_key', 'text'),
  column('name', 'text'),
  column('name_en', 'text'),
  column('short', 'text'),
  column('short_en', 'text'),
  column('unit', 'text'),
  column('norm_days', 'integer'),
  column('trust', 'code'),
  column('valid_from', 'day'),
  column('address', 'address'),
]

/** The services that everybody sees. */
export const serviceData: DataSource = async (ctx) => {
  const { length: count } = await publicServices(ctx)
  if (count === 0) return []
  return [
    {
      name: 'dienste',
      text: 'service.data',
      themes: ['GOVE'],
      frequency: 'IRREG',
      columns,
      id: 'slug',
      changedAt: await lastOfKinds(ctx, [ServicePublished.kind, ServiceTakenBack.kind]),
      count,
      rows: serviceRows,
    },
  ]
}
