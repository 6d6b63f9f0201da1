import { lastOfKinds } from '#core/memory/index.ts'
import type { DataSet, DataSource } from '#platform/open-data/data-set.ts'
import { settingEvents } from '../report.events.ts'
import { figuresState } from './figure.sql.ts'
import { categoryColumns, figureColumns, openDataColumns } from './open-data.columns.ts'
import { categoryRows, figureRows, openDataCounts, reportRows } from './open-data.sql.ts'

const { categorySaved, categoryClosed, categoryOpened, categoryMoved, groupSaved, groupRemoved } = settingEvents
const catalogueKinds = [categorySaved, categoryClosed, categoryOpened, categoryMoved, groupSaved, groupRemoved].map(({ kind }) => kind)

/** Public reports, what is counted of them, and the kinds that both are told apart by. Facts and figures change together. */
export const reportData: DataSource = async (ctx) => {
  const changedAt = (await figuresState(ctx))?.changedAt
  const counts = await openDataCounts(ctx)
  const covers = counts.first ? { covers: { from: `${counts.first}-01` } } : {}
  const all: DataSet[] = [
    {
      name: 'meldungen',
      text: 'figures.set',
      themes: ['GOVE', 'REGI', 'TRAN'],
      frequency: 'UPDATE_CONT',
      columns: openDataColumns,
      id: 'address',
      geometry: 'point',
      changedAt,
      count: counts.reports,
      ...covers,
      csv: '/meldungen.csv',
      rows: reportRows,
    },
    {
      name: 'zahlen',
      text: 'figures.data.set',
      themes: ['GOVE'],
      frequency: 'UPDATE_CONT',
      columns: figureColumns,
      changedAt,
      count: counts.figures,
      ...covers,
      rows: figureRows,
    },
  ]
  if (counts.categories === 0) return all
  return [
    ...all,
    {
      name: 'meldungsarten',
      text: 'figures.kinds',
      themes: ['GOVE'],
      frequency: 'IRREG',
      columns: categoryColumns,
      id: 'code',
      changedAt: await lastOfKinds(ctx, catalogueKinds),
      count: counts.categories,
      rows: categoryRows,
    },
  ]
}
