import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { type Case, caseById, type Party } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { definitionBy } from '../../definitions/definition.sql.ts'
import type { Letter } from '../../letters/letter/letter.rules.ts'
import { letterById } from '../../letters/letter/letter.sql.ts'
import { OBJECTIONS } from '../../workflows/objection.ts'
import { eventOfStep } from '../application.events.ts'
import type { DraftKeys } from '../draft.rules.ts'
import { draftsOfPerson } from '../draft.sql.ts'
import { startFilled } from '../draft.verbs.ts'
import type { OnlineService } from '../online.rules.ts'
import { sentOf } from '../sent.read.ts'
import { knownAnswers } from './known-answers.rules.ts'
import { insertObjection, objectionsAgainst } from './objection.sql.ts'
import { decisionIn, objectionService, periodFor, remediesFor } from './remedy.read.ts'

type StartRefused = 'notAllowed' | 'unknown' | 'noObjection' | 'objectionFiledAlready' | 'notOnline'

/** Begins an objection to a decision: a draft with everything that is known of it. The one that is begun already goes on. */
export async function startObjection(
  ctx: Ctx,
  party: Party,
  { letterId }: { letterId: string },
): Promise<Result<{ id: string; page: string | undefined } & Partial<DraftKeys>, StartRefused>> {
  if (party.role !== 'applicant') return refuse('notAllowed')
  const [it, letter] = [await caseById(ctx, party.caseId), await letterById(ctx, letterId)]
  if (!it || letter?.caseId !== it.id) return refuse('unknown')
  const remedy = (await remediesFor(ctx, it, [letter])).get(letter.id)
  if (remedy?.kind === 'filed') return refuse('objectionFiledAlready', { facts: { number: remedy.number } })
  const service = remedy?.kind === 'objection' && remedy.online ? await objectionService(ctx) : undefined
  if (remedy?.kind !== 'objection' || !service) return refuse('noObjection')
  const { personId } = ctx.actor
  const begun = personId ? (await draftsOfPerson(ctx, personId, 50)).find(({ objectsTo }) => objectsTo === letter.id) : undefined
  if (begun) return ok({ id: begun.id, page: undefined })
  const [sent] = await sentOf(ctx, it.id)
  const decision = { number: it.number, title: it.title, letterDate: letter.letterDate, period: remedy.period }
  const started = await startFilled(ctx, {
    serviceId: service.online.serviceId,
    formId: service.online.formId,
    formNumber: service.formNumber,
    answers: knownAnswers(service.form, decision, sent && { form: sent.form, answers: sent.submission.answers }),
    objectsTo: letter.id,
  })
  // From its first page on, also where nothing is missing: who objects sees what she says.
  return started.ok ? ok({ ...started.value, page: service.form.pages[0]?.key }) : started
}

/** What an objection that is sent objects to. */
export type Against = { it: Case; letter: Letter }

/** The decision that a draft objects to, with its case held; refused when somebody objected to it meanwhile. */
export async function takeAgainst(ctx: Ctx, letterId: string): Promise<Result<Against, 'unknown' | 'objectionFiledAlready'>> {
  const letter = await letterById(ctx, letterId)
  const it = letter && (await lockCase(ctx, { id: letter.caseId }))
  if (!it) return refuse('unknown')
  const filed = (await objectionsAgainst(ctx, it.id)).find(({ it: one, letterId: to }) => to === letter.id && one.stage !== 'ended')
  return filed ? refuse('objectionFiledAlready', { facts: { number: filed.it.number } }) : ok({ it, letter })
}

/** Whether what is sent to this service is an objection. */
export const takesObjections = async (ctx: Ctx, { workflowId }: Pick<OnlineService, 'workflowId'>): Promise<boolean> =>
  (await definitionBy(ctx, 'workflow', OBJECTIONS))?.id === workflowId

/** Links an objection with what it objects to, both ways. One that comes too late is taken all the same, and says so. */
export async function linkObjection(ctx: Ctx, objection: Case, { it, letter }: Against): Promise<void> {
  const period = periodFor(ctx, letter, (await decisionIn(ctx, it, letter)) === 'objection')
  await insertObjection(ctx, { ...period, caseId: objection.id, againstCaseId: it.id, letterId: letter.id })
  await tell(ctx, it, {
    event: eventOfStep.objectionFiled,
    data: { otherNumber: objection.number },
    about: [{ type: 'letter', id: letter.id }],
    role: 'applicant',
    shownTo: 'parties',
  })
}
