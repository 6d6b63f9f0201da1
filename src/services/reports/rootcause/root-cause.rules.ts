import { z } from 'zod'
import { defineProcess } from '#platform/process.ts'
import type { TaskInput } from '../../cases/index.ts'

export type RootCauseState = 'proposed' | 'open' | 'decided' | 'closed' | 'dismissed'

/** Why is it broken again and again? Asked about one thing, after its third repair within twelve months. */
export type RootCause = {
  id: string
  number: string
  assetId: string
  unitId: string | undefined
  state: RootCauseState
  repairs: number
  /** The repair that asked for it; gone when that report was deleted after its time. */
  lastCaseId: string | undefined
  question: string
  findings: string
  measure: string
  dueOn: string | undefined
  taskId: string | undefined
  reason: string | undefined
  proposedAt: Date
  endedAt: Date | undefined
  changedAt: Date
  version: number
}

export const rootCauseProcess = defineProcess({
  kind: 'rootCause',
  states: { proposed: 'received', open: 'inProgress', decided: 'inProgress', closed: 'done', dismissed: 'ended' },
  start: 'proposed',
  ends: ['closed', 'dismissed'],
  steps: {
    accept: { from: ['proposed'], to: 'open', may: 'report.route', audience: 'public' },
    dismiss: { from: ['proposed'], to: 'dismissed', may: 'report.route', audience: 'internal', needs: ['reason'] },
    note: { from: ['open', 'decided'], to: 'same', may: 'report.work', audience: 'internal' },
    decide: { from: ['open'], to: 'decided', may: 'report.route', audience: 'internal', needs: ['text'] },
    close: { from: ['decided'], to: 'closed', may: 'report.route', audience: 'public' },
  },
})
export type RootCauseVerb = keyof typeof rootCauseProcess.steps

export const isUnderWay = (state: RootCauseState): boolean => state === 'proposed' || state === 'open' || state === 'decided'
/** What everybody may know: that the cause is being looked for. */
export const isSearched = (state: RootCauseState): boolean => state === 'open' || state === 'decided'

const version = z.coerce.number().int().positive().optional()
const days = z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0).max(250)]).optional()

export const Acceptance = z.object({
  question: z.string().trim().max(500).default(''),
  days,
  dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
  who: z.string().regex(/^(person|unit):[0-9a-f-]{36}$/),
}) satisfies z.ZodType<Pick<TaskInput, 'dueOn' | 'days' | 'who'>>
export const Dismissal = z.object({ reason: z.string().trim().max(2000).default('') })
export const Progress = z.object({
  step: z.enum(['note', 'decide', 'close']).default('note'),
  findings: z.string().trim().max(4000).default(''),
  measure: z.string().trim().max(4000).default(''),
  version,
})
