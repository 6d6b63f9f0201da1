import { z } from 'zod'
import type { TextBlockStep } from '#services/cases/index.ts'
import { endReasons, handOnReasons, type ReportVerb, reopenReasons, reportProcess, staffEndReasons } from '#services/reports/index.ts'
import { resultFields } from './bulk-result.rules.ts'

export const bulkActions = ['accept', 'assign', 'route', 'handOn', 'say', 'write', 'end', 'reopen'] as const
export type BulkAction = (typeof bulkActions)[number]

/** So many reports at once. */
export const MOST_AT_ONCE = 200

type Field = 'reason' | 'text' | 'optionalText' | 'unit' | 'person'
type Bulk = { may: string; verb?: ReportVerb; fields: readonly Field[]; reasons?: readonly string[] }

/** What can be done with many reports at once, who may, and what is asked for. */
export const bulkTable: Record<BulkAction, Bulk> = {
  accept: { may: 'report.work', verb: 'accept', fields: [] },
  assign: { may: 'report.work', fields: ['person'] },
  route: { may: 'report.route', verb: 'route', fields: ['unit', 'optionalText'] },
  handOn: { may: 'report.work', verb: 'handOn', fields: ['reason', 'optionalText'], reasons: handOnReasons },
  say: { may: 'report.work', fields: ['text'] },
  write: { may: 'report.work', fields: ['text'] },
  end: { may: 'report.work', verb: 'end', fields: ['reason', 'text'], reasons: staffEndReasons },
  reopen: { may: 'report.reopen', verb: 'reopen', fields: ['reason', 'optionalText'], reasons: reopenReasons },
}

/** The form that a text block has to fit, where a text is asked for. */
export const blockStepOf: Partial<Record<BulkAction, TextBlockStep>> = {
  say: 'word',
  write: 'message',
  end: 'end',
  handOn: 'handOn',
  route: 'route',
  reopen: 'reopen',
}

/** What is said, not only noted: looked at before it is sent. */
export const isSaying = (action: BulkAction): boolean => action === 'say' || action === 'write'

const numbers = z.array(z.string().max(20)).min(1, 'desk.bulk.none').max(MOST_AT_ONCE, 'desk.bulk.tooMany')

/** The preview: which reports, and what is to be done. */
export const BulkAsked = z.object({
  was: z.enum(bulkActions).optional().catch(undefined),
  n: z.array(z.string().max(20)).default([]),
  liste: z.string().max(2000).default(''),
})

/** The form on its way: a text block to be put in, or texts to be looked at. Nothing of it is wrong yet, and what no page sends is nothing. */
export const BulkDraft = z.object({
  was: z.enum(bulkActions).optional().catch(undefined),
  n: z.array(z.string().max(20)).max(MOST_AT_ONCE).catch([]),
  baustein: z.uuid().optional().catch(undefined),
  reason: z.string().max(60).optional().catch(undefined),
  text: z.string().max(10_000).catch(''),
  textEn: z.string().max(10_000).catch(''),
  unitId: z.string().max(40).optional().catch(undefined),
  liste: z.string().max(2000).catch(''),
})

export const BulkInput = z.object({
  was: z.enum(bulkActions),
  n: numbers,
  reason: z.enum([...endReasons, ...handOnReasons, ...reopenReasons]).optional(),
  text: z.string().trim().max(4000).optional(),
  /** For those who read English; without it everybody reads `text`. */
  textEn: z.string().trim().max(4000).optional(),
  unitId: z.uuid().optional(),
  personId: z.uuid().optional(),
  liste: z.string().max(2000).default(''),
})
export type BulkInput = z.output<typeof BulkInput>

/** Whether the state table lets this happen; the rest the verbs decide. */
export const fits = (action: BulkAction, state: string): boolean => {
  const { verb } = bulkTable[action]
  return verb === undefined || (reportProcess.steps[verb].from as readonly string[]).includes(state)
}

export const ResultQuery = z.object({ ...resultFields, was: z.enum(bulkActions) })
