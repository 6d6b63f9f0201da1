import type { RetentionRule } from '../../cases/index.ts'
import { registerRetention } from '../../cases/retention/kinds.ts'
import { endReasons } from '../report.rules.ts'
import { anonymiseReports } from './retention.sql.ts'

const UNFIXED = 'Erforderlichkeit ist entfallen: Art. 5 Abs. 1 Buchst. e, Art. 17 Abs. 1 Buchst. a DSGVO'
const DONE = 'Nachweis der Verkehrssicherung, danach Art. 5 Abs. 1 Buchst. e DSGVO'

/** Public pages leave the lists half a year after the end, contacts go after a year; what was repaired is proof for five years. */
const rule = (result: string, deleteDays: number, reason: string): RetentionRule => ({
  kind: 'report',
  result,
  archiveDays: 180,
  anonymiseDays: 365,
  deleteDays,
  reason,
})

export const reportDefaults: readonly RetentionRule[] = [
  rule('done', 5 * 365, DONE),
  ...endReasons.map((result) => rule(result, 365, UNFIXED)),
]

export const keepReports = (): void => registerRetention({ kind: 'report', defaults: reportDefaults, anonymise: anonymiseReports })
