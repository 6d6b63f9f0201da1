import type { Ctx } from '#platform/context.ts'
import { writeCsv } from '#platform/csv.ts'
import { textIn } from '#platform/text.ts'
import type { DeskReportRow } from '#services/reports/index.ts'

const columns = ['number', 'category', 'place', 'state', 'priority', 'unit', 'assignee', 'received', 'due', 'closed', 'support'] as const

/** The work list as a table; nothing in it is about the persons who reported. */
export function exported(ctx: Pick<Ctx, 'locale' | 'town'>, rows: readonly DeskReportRow[]): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ctx.town.timeZone, dateStyle: 'short', timeStyle: 'short' })
  const at = (date: Date | undefined) => (date ? day.format(date) : undefined)
  return writeCsv([
    columns.map((name) => textIn(ctx.locale, `desk.list.column.${name}`)),
    ...rows.map((row) => [
      row.number,
      row.title,
      row.placeLabel,
      textIn(ctx.locale, `report.state.${row.state}`),
      textIn(ctx.locale, `case.priority.${row.priority}`),
      row.unitName,
      row.assigneeName,
      at(row.receivedAt),
      at(row.dueAt),
      at(row.closedAt),
      row.supportCount,
    ]),
  ])
}
