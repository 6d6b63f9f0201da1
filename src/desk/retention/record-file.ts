import type { Ctx } from '#platform/context.ts'
import { type Cell, csvLines, writeCsv } from '#platform/csv.ts'
import { type Reply, stream } from '#platform/http/reply.ts'
import type { Open } from '#platform/open-context.ts'
import { textIn } from '#platform/text.ts'
import { type DeletionRecord, deletionRecords } from '#services/cases/index.ts'
import { resultName } from './result-name.ts'

/** As many lines as one transaction reads. */
const LINES = 2_000

const columns = ['at', 'action', 'kind', 'number', 'result', 'received', 'closed', 'days', 'reason', 'by'] as const

/** The whole proof as a table, newest first: a part of it would prove nothing. Read on only as fast as it is taken. */
export function recordFile({ locale }: Ctx, open: Open): Reply {
  const word = (key: string) => textIn(locale, `retention.${key}`)
  const encoder = new TextEncoder()
  let before: string | undefined
  let begun = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) {
        begun = true
        return controller.enqueue(encoder.encode(writeCsv([columns.map((column) => word(`record.${column}`))])))
      }
      const records = await open((ctx) => deletionRecords(ctx, before, LINES))
      if (records.length > 0) controller.enqueue(encoder.encode(csvLines(records.map((one) => cellsOf(one, locale, word)))))
      before = records.at(-1)?.id
      if (records.length < LINES) controller.close()
    },
  })
  return stream(body, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="loeschnachweis.csv"',
    'cache-control': 'no-store',
  })
}

const cellsOf = (one: DeletionRecord, locale: Ctx['locale'], word: (key: string) => string): Cell[] => [
  one.at.toISOString(),
  word(`action.${one.action}`),
  one.kind,
  one.number,
  textIn(locale, resultName(one)),
  one.receivedAt.toISOString(),
  one.closedAt.toISOString(),
  one.ruleDays,
  one.ruleReason,
  word(one.byPersonId ? 'by.person' : 'by.night'),
]
