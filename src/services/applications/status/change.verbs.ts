import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById, type Party } from '../../cases/index.ts'
import { runningOf } from '../carry-out.ts'
import type { DraftKeys } from '../draft.rules.ts'
import { startFilled } from '../draft.verbs.ts'
import { submissionsOf } from '../submission.sql.ts'

/** Begins to change what was sent, as long as nobody has accepted it: a draft with all that was said, which replaces it when it is sent. */
export async function changeApplication(
  ctx: Ctx,
  party: Party,
): Promise<Result<{ number: string; id: string } & DraftKeys, 'notAllowed' | 'wrongState' | 'notOnline'>> {
  const it = await caseById(ctx, party.caseId)
  const running = it && party.role === 'applicant' ? await runningOf(ctx, it) : undefined
  if (!it || !running) return refuse('notAllowed')
  if (it.state !== running.workflow.start) return refuse('wrongState')
  const [newest] = await submissionsOf(ctx, it.id)
  if (!newest) return refuse('notAllowed')
  const started = await startFilled(ctx, {
    serviceId: running.application.serviceId,
    formId: newest.formId,
    formNumber: newest.formNumber,
    answers: newest.answers,
    replacesCase: it.id,
  })
  return started.ok ? ok({ number: it.number, ...started.value }) : started
}
