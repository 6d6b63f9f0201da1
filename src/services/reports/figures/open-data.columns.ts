import type { DataColumn } from '#platform/open-data/data-set.ts'

const columns = (begin: string, types: Record<string, DataColumn['type']>): DataColumn[] =>
  Object.entries(types).map(([name, type]) => ({ name, type, text: `${begin}.${name}` }))

/** Of reports. Only codes of districts come from outside and may hold anything. */
export const openDataColumns = columns('figures.columns', {
  number: 'code',
  category: 'code',
  category_group: 'code',
  district: 'text',
  unit: 'code',
  stage: 'code',
  received: 'time',
  accepted: 'time',
  first_done: 'time',
  closed: 'time',
  end_reason: 'code',
  stopped_seconds: 'integer',
  promise_basis: 'code',
  promise_due: 'day',
  promise_outcome: 'code',
  promise_unit: 'code',
  objections: 'integer',
  reopenings: 'integer',
  latitude: 'number',
  longitude: 'number',
  address: 'address',
})

export const figureColumns = columns('figures.data.column', {
  month: 'code',
  part: 'code',
  code: 'text',
  received: 'integer',
  open: 'integer',
  duplicates: 'integer',
  done: 'integer',
  ended: 'integer',
  promises_kept: 'integer',
  promises_broken: 'integer',
  targets_kept: 'integer',
  targets_broken: 'integer',
  repaired: 'integer',
  objected: 'integer',
  reopened: 'integer',
})

export const categoryColumns = columns('figures.kinds.column', {
  code: 'code',
  name: 'text',
  name_en: 'text',
  category_group: 'code',
  group_name: 'text',
  group_name_en: 'text',
  deadline_days: 'integer',
  published: 'code',
  open: 'boolean',
})
