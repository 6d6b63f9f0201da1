import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { offerCase } from '../cases/assignment.sql.ts'
import { changeCase } from '../cases/case.sql.ts'
import { type Case, type Holder, membersOf, readNumber, unitBy } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { takeUp, tell } from '../cases/step.verbs.ts'
import { moveOpenTasks } from '../cases/tasks/task.sql.ts'
import { stateOf } from '../workflows/workflow.rules.ts'
import { applicationEvents } from './application.events.ts'
import { runningOf } from './carry-out.ts'
import { checkWho } from './rights.ts'
import type { Worked } from './step.verbs.ts'

type Of = { number: string; version?: number | undefined }
type Refused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile' | 'caseIsClosed'

/** Roles that can be given an application. */
const workers = ['clerk', 'lead', 'dispatcher']

/** An open application of the actor's unit, held. */
async function toWorkOn(ctx: Ctx, { number, version }: Of): Promise<Result<Case, Refused>> {
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, version)
  if (!taken.ok)
    return taken.refusal.code === 'changedMeanwhile'
      ? { ok: false, refusal: { ...taken.refusal, code: 'changedMeanwhile' } }
      : refuse('unknown')
  if (taken.value.kind !== 'application') return refuse('unknown')
  const right = await checkWho(ctx, taken.value, { by: 'unit' })
  if (!right.ok) return right
  return taken.value.closedAt ? refuse('caseIsClosed') : ok(taken.value)
}

const worked = ({ id: caseId, number, state, version }: Case) => ok<Worked>({ caseId, number, state, version })

/** Members of the unit that has it. */
export const possibleHandlers = async (ctx: Ctx, { unitId }: Pick<Case, 'unitId'>): Promise<readonly Holder[]> =>
  unitId ? await membersOf(ctx, unitId, workers) : []

/** Gives it to a person of the unit, or to nobody. */
export async function assignApplication(
  ctx: Ctx,
  input: Of & { personId?: string | undefined },
): Promise<Result<Worked, Refused | 'personUnknown'>> {
  const taken = await toWorkOn(ctx, input)
  if (!taken.ok) return taken
  const { personId } = input
  if (personId && !(await possibleHandlers(ctx, taken.value)).some(({ id }) => id === personId))
    return refuse('personUnknown', { field: 'personId' })
  const changed = await changeCase(ctx, taken.value.id, { assigneeId: personId ?? null })
  await tell(ctx, changed, {
    event: applicationEvents.assigned,
    data: personId ? { personId } : {},
    about: personId ? [{ type: 'person', id: personId }] : [],
    shownTo: 'internal',
  })
  return worked(changed)
}

/**
 * Another unit is responsible: it is offered there with a word why, and is in nobody's hands. A case that nobody accepted yet is to be
 * accepted there; what was begun goes on there in its state.
 */
export async function handOnApplication(
  ctx: Ctx,
  input: Of & { unitId?: string | undefined; text?: string | undefined },
): Promise<Result<Worked, Refused | 'unitMissing' | 'unitUnknown' | 'sameUnit' | 'textMissing'>> {
  const taken = await toWorkOn(ctx, input)
  if (!taken.ok) return taken
  const it = taken.value
  const text = input.text?.trim()
  if (!input.unitId) return refuse('unitMissing', { field: 'unitId' })
  if (input.unitId === it.unitId) return refuse('sameUnit', { field: 'unitId' })
  if (!(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  if (!text) return refuse('textMissing', { field: 'text' })
  const running = await runningOf(ctx, it)
  if (!running || !stateOf(running.workflow, it.state)) return refuse('unknown')
  await offerCase(ctx, it.id, { unitId: input.unitId, reason: text.slice(0, 500) })
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'note', audience: 'internal', text, unitId: it.unitId })
  const changed = await changeCase(ctx, it.id, { unitId: input.unitId, assigneeId: null })
  await moveOpenTasks(ctx, it.id, { from: it.unitId, to: input.unitId })
  await tell(ctx, changed, {
    event: applicationEvents.handedOn,
    data: { toUnitId: input.unitId, messageId, ...(it.unitId ? { unitId: it.unitId } : {}) },
    about: [{ type: 'organisation', id: input.unitId }],
    shownTo: 'internal',
  })
  return worked(changed)
}
