import type { Town } from '#platform/context.ts'
import type { ColumnType, DataSet } from '#platform/open-data/data-set.ts'
import { LICENCE } from '#platform/open-data/data-set.ts'
import { textIn } from '#platform/text.ts'

const datatypes: Record<ColumnType, string> = {
  text: 'string',
  code: 'string',
  address: 'anyURI',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  day: 'date',
  time: 'dateTimeStamp',
}

/** What programs must know to read the CSV file: separator, coding, columns and their types (W3C, Metadata Vocabulary for Tabular Data). */
export const tableMetadata = (town: Town, set: DataSet): Record<string, unknown> => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': town.locales[0] ?? 'de' }],
  url: `${town.origin}${town.base}/opendata/${set.name}.csv`,
  'dc:title': textIn(town.locales[0] ?? 'de', `${set.text}.title`),
  'dc:license': { '@id': LICENCE },
  dialect: { delimiter: ';', encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
  tableSchema: {
    columns: set.columns.map(({ name, type, text }) => ({
      name,
      titles: name,
      'dc:description': Object.fromEntries(town.locales.map((locale) => [locale, textIn(locale, text)]))[town.locales[0] ?? 'de'],
      datatype: type === 'boolean' ? { base: 'boolean', format: 'true|false' } : datatypes[type],
    })),
    ...(set.id ? { primaryKey: set.id } : {}),
  },
})
