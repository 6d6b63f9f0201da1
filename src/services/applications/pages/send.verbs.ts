import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById, type Party, partyBySecret, partyFromCookie } from '../../cases/index.ts'
import { evaluate, filesIn } from '../../forms/index.ts'
import { deleteDraft } from '../draft.sql.ts'
import { factsFor } from '../facts.ts'
import { submissionByKey } from '../submission.sql.ts'
import { replaceSubmission, submit } from '../submit.verbs.ts'
import type { Writing } from './draft-cookie.ts'
import { filesOfCase, removeDraftFiles } from './draft-files.ts'

/** What the page after sending shows; secret and code are there once, and only where a case was opened. */
export type SentDraft = {
  draftId: string
  caseId: string
  number: string
  receiptNumber: string
  secret: string
  code: string
  dueAt: Date
  changed: boolean
  /** An address for news waits to be confirmed. */
  confirming: boolean
  party: Party | undefined
}

/** Files a draft, or what replaces an application that nobody has accepted yet. The draft's own id is the key: it has one effect. */
export async function sendDraft(ctx: Ctx, writing: Writing, headers: Headers, newsTo?: string): Promise<Result<SentDraft>> {
  const { draft, form, ref } = writing
  const files = filesIn(evaluate(form, draft.answers, await factsFor(ctx, draft.answers))).flatMap(({ ids }) => ids)
  const sent = draft.replacesCase ? await replace(ctx, writing, draft.replacesCase, headers) : await file(ctx, draft.id, ref, newsTo)
  if (!sent.ok) return sent
  await filesOfCase(ctx, draft.id, files, sent.value.caseId)
  await removeDraftFiles(ctx, draft.id)
  return sent
}

async function file(ctx: Ctx, draftId: string, ref: Writing['ref'], newsTo: string | undefined): Promise<Result<SentDraft>> {
  const sent = await submit(ctx, ref, { clientKey: draftId, newsTo })
  if (!sent.ok) return sent
  const { caseId, number, receiptNumber, secret, code, dueAt, confirming } = sent.value
  const party = secret ? (await partyBySecret(ctx, secret))?.party : undefined
  return ok({ draftId, caseId, number, receiptNumber, secret, code, dueAt, changed: false, confirming, party })
}

async function replace(ctx: Ctx, { draft }: Writing, caseId: string, headers: Headers): Promise<Result<SentDraft>> {
  const it = await caseById(ctx, caseId)
  const party = it && (await partyFromCookie(ctx, it, headers))
  if (!it || !party) return refuse('accessEnded')
  const sent = await replaceSubmission(ctx, party, { answers: draft.answers, clientKey: draft.id, draft })
  if (!sent.ok) return sent
  await deleteDraft(ctx, draft.id)
  const { number, receiptNumber } = sent.value
  return ok({
    draftId: draft.id,
    caseId,
    number,
    receiptNumber,
    secret: '',
    code: '',
    dueAt: it.dueAt,
    changed: true,
    confirming: false,
    party,
  })
}

/** Number of the case that a draft has become. */
export async function sentAlready(ctx: Ctx, draftId: string): Promise<string | undefined> {
  const earlier = await submissionByKey(ctx, draftId)
  return earlier && (await caseById(ctx, earlier.caseId))?.number
}
