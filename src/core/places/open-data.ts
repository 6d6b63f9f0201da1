import { lastOfKinds } from '#core/memory/index.ts'
import type { ColumnType, DataColumn, DataSet, DataSource, Theme } from '#platform/open-data/data-set.ts'
import { assetRows, districtRows, placeCounts, streetRows } from './open-data.sql.ts'
import { PlacesImported } from './place.events.ts'
import { assetKinds } from './place.rules.ts'

type Kind = (typeof assetKinds)[number]

const column = (name: string, type: ColumnType = 'text'): DataColumn => ({ name, type, text: `place.column.${name}` })
const where = [column('latitude', 'number'), column('longitude', 'number'), column('address', 'address')]
const districtColumns = [column('code'), column('name'), column('postcode'), column('population', 'integer'), ...where]
const streetColumns = [
  column('id', 'code'),
  column('name'),
  column('road_number'),
  column('class', 'code'),
  column('owner', 'code'),
  column('postcode'),
  column('district'),
  ...where,
]
const assetColumns = [column('number'), column('name'), column('street'), column('district'), ...where]
const species = [column('species'), column('species_botanical')]

/** Name in addresses and theme of what the town has many of. */
const assets: Record<Kind, { name: string; theme: Theme }> = {
  lamp: { name: 'laternen', theme: 'TRAN' },
  tree: { name: 'baeume', theme: 'ENVI' },
  bench: { name: 'baenke', theme: 'REGI' },
  bin: { name: 'papierkoerbe', theme: 'ENVI' },
  playground: { name: 'spielplaetze', theme: 'SOCI' },
  fountain: { name: 'brunnen', theme: 'REGI' },
  busStop: { name: 'haltestellen', theme: 'TRAN' },
  recycling: { name: 'wertstoffinseln', theme: 'ENVI' },
}

/** Districts, streets, and a register of the things of each kind; as they were last imported. */
export const placeData: DataSource = async (ctx) => {
  const counts = await placeCounts(ctx)
  const common = {
    changedAt: await lastOfKinds(ctx, [PlacesImported.kind]),
    frequency: 'IRREG' as const,
    id: 'address',
  }
  const all: DataSet[] = [
    {
      ...common,
      name: 'ortsteile',
      text: 'place.data.districts',
      themes: ['REGI'],
      columns: districtColumns,
      geometry: 'shape',
      count: counts.districts,
      rows: districtRows,
    },
    {
      ...common,
      name: 'strassen',
      text: 'place.data.streets',
      themes: ['TRAN', 'REGI'],
      columns: streetColumns,
      geometry: 'shape',
      count: counts.streets,
      rows: streetRows,
    },
    ...assetKinds.map(
      (kind): DataSet => ({
        ...common,
        name: assets[kind].name,
        text: `place.data.${kind}`,
        themes: [assets[kind].theme],
        columns: kind === 'tree' ? [...assetColumns, ...species] : assetColumns,
        geometry: 'point',
        count: counts.assets.get(kind) ?? 0,
        rows: assetRows(kind),
      }),
    ),
  ]
  return all.filter(({ count }) => count > 0)
}
