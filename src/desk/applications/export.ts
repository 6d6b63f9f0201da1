import type { Ctx } from '#platform/context.ts'
import { writeCsv } from '#platform/csv.ts'
import { textIn } from '#platform/text.ts'
import type { ApplicationRow } from '#services/applications/index.ts'

const columns = ['number', 'service', 'state', 'stage', 'unit', 'assignee', 'received', 'due', 'closed'] as const

/** The work list as a table; nothing in it is about the persons who applied. */
export function exported({ locale, town }: Pick<Ctx, 'locale' | 'town'>, rows: readonly ApplicationRow[]): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: town.timeZone, dateStyle: 'short', timeStyle: 'short' })
  const at = (date: Date | undefined) => (date ? format.format(date) : undefined)
  return writeCsv([
    columns.map((name) => textIn(locale, `deskApplications.column.${name}`)),
    ...rows.map((row) => [
      row.number,
      row.title,
      row.stateWords[locale] || row.stateWords.de,
      textIn(locale, `case.stage.${row.stage}`),
      row.unitName,
      row.assigneeName,
      at(row.receivedAt),
      at(row.dueAt),
      at(row.closedAt),
    ]),
  ])
}
