import type { Raw } from '#platform/http/form.ts'
import type { ReportState, StepInput, Update } from '#services/reports/index.ts'
import { dateTime, type Value } from './answer.rules.ts'
import type { CallError } from './error.rules.ts'
import { argument, isTooLong, MOST_CHARACTERS } from './post.rules.ts'
import { momentOf } from './search.rules.ts'

/** Words of mySociety's extension for what happened (domain-citizen-services, section 19). */
const words: Record<string, string> = {
  'assignment.accepted': 'investigating',
  'work.planned': 'planned',
  'work.started': 'in_progress',
  'work.handedOut': 'in_progress',
  'work.done': 'fixed',
  'report.reopened': 'open',
}
const byStage: Record<Update['stage'], string> = {
  draft: 'open',
  received: 'open',
  accepted: 'investigating',
  inProgress: 'in_progress',
  yourTurn: 'in_progress',
  done: 'fixed',
  ended: 'no_further_action',
}
const byReason: Record<string, string> = {
  duplicate: 'duplicate',
  notOurs: 'not_councils_responsibility',
  otherAuthority: 'not_councils_responsibility',
  privateGround: 'not_councils_responsibility',
}

/** A word that changes nothing comes with the state of now. */
const wordFor = ({ kind, reason, stage }: Update): string =>
  kind === 'report.ended' ? (byReason[reason ?? ''] ?? 'no_further_action') : (words[kind] ?? byStage[stage])

export const updateOf = (it: Update): Value => ({
  update_id: it.id,
  service_request_id: it.number,
  status: wordFor(it).toUpperCase(),
  updated_datetime: dateTime(it.at),
  description: it.text ?? null,
  media_url: null,
})

/** What another system says of a report that its department works on. */
export type ToldUpdate = { updateId: string; number: string; status: string; description: string; reason: string | undefined }

const known = new Set([
  ...['OPEN', 'INVESTIGATING', 'FOR_TRIAGE', 'INTERNAL_REFERRAL', 'PLANNED', 'ACTION_SCHEDULED', 'IN_PROGRESS', 'FIXED', 'CLOSED'],
  ...['NO_FURTHER_ACTION', 'NOT_COUNCILS_RESPONSIBILITY', 'CANCELLED', 'DUPLICATE'],
])

export function readUpdate(raw: Raw): { update: ToldUpdate } | { errors: CallError[] } {
  const of = (name: string) => argument(raw, name)
  const [updateId, number, status, when] = [of('update_id'), of('service_request_id'), of('status')?.toUpperCase(), of('updated_datetime')]
  const errors: CallError[] = []
  if (!number) errors.push({ name: 'argumentMissing', facts: { field: 'service_request_id' } })
  if (!updateId || updateId.length > 100) errors.push({ name: 'argumentMissing', facts: { field: 'update_id' } })
  if (!status) errors.push({ name: 'argumentMissing', facts: { field: 'status' } })
  else if (!known.has(status)) errors.push({ name: 'updateStatus', facts: { words: [...known].join(', ') } })
  if (when && !momentOf(when)) errors.push({ name: 'date', facts: { field: 'updated_datetime' } })
  const description = of('description') ?? ''
  if (isTooLong(description)) errors.push({ name: 'descriptionTooLong', facts: { most: MOST_CHARACTERS } })
  if (errors.length > 0 || !number || !updateId || !status) return { errors }
  return { update: { updateId, number, status, description, reason: of('reason') } }
}

type Step = { verb: StepInput['verb']; reason?: string }

const isUnaccepted = (state: ReportState) => state === 'assigned'

/** The steps of the state table that lead from where a report is to what was told; none where only words were added. */
export function stepsTo({ status, reason }: Pick<ToldUpdate, 'status' | 'reason'>, state: ReportState): Step[] {
  const first: Step[] = isUnaccepted(state) ? [{ verb: 'accept' }] : []
  switch (status) {
    case 'INVESTIGATING':
    case 'PLANNED':
    case 'ACTION_SCHEDULED':
      return first
    case 'IN_PROGRESS':
      return state === 'inWork' ? [] : [...first, { verb: 'start' }]
    case 'FIXED':
    case 'CLOSED':
      return state === 'done' ? [] : [...first, { verb: 'finish' }]
    case 'NOT_COUNCILS_RESPONSIBILITY':
      return state === 'ended' ? [] : [{ verb: 'end', reason: reason ?? 'notOurs' }]
    case 'NO_FURTHER_ACTION':
    case 'CANCELLED':
    case 'DUPLICATE':
      return state === 'ended' ? [] : [{ verb: 'end', ...(reason ? { reason } : {}) }]
    default:
      return []
  }
}
