import type { Ctx } from '#platform/context.ts'
import { type Case, caseById } from '../../cases/index.ts'
import { type AnsweredPage, answeredPages, type FormDefinition } from '../../forms/index.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { draftBy } from '../draft.sql.ts'
import { draftWith } from '../draft.verbs.ts'
import { factsFor } from '../facts.ts'
import { sentOf } from '../sent.read.ts'
import type { Submission } from '../submission.sql.ts'
import { submissionById } from '../submission.sql.ts'
import { type Cosigner, type Signature, stateAt } from './cosign.rules.ts'
import { cosignerByHash } from './cosign.sql.ts'
import { linkHash } from './keys.ts'
import { writerOf } from './mails.ts'
import { signatureByHash } from './signature.sql.ts'

/** What a link leads to: something to sign or answered already, or what was sent with this signature. */
export type LinkShown =
  | { kind: 'asked'; open: OpenDraft; it: Cosigner; writer: string }
  | { kind: 'answered'; open: OpenDraft; it: Cosigner }
  | { kind: 'sent'; case: Case; submission: Submission; signature: Signature }

/** Undefined for a link that was never there, ran out, was replaced by another one or belongs to a draft that was taken back: all look the same. */
export async function linkShown(ctx: Ctx, link: string): Promise<LinkShown | undefined> {
  const hash = linkHash(link)
  const it = await cosignerByHash(ctx, hash)
  const draft = it && (await draftBy(ctx, { id: it.draftId }))
  const open = draft && (await draftWith(ctx, draft))
  if (it && open) {
    const state = stateAt(it, ctx.now())
    if (state === 'expired') return undefined
    return state === 'asked' ? { kind: 'asked', open, it, writer: await writerOf(ctx, open.draft) } : { kind: 'answered', open, it }
  }
  const signature = await signatureByHash(ctx, hash)
  const submission = signature && (await submissionById(ctx, signature.submissionId))
  const of = submission && (await caseById(ctx, submission.caseId))
  return of && { kind: 'sent', case: of, submission, signature }
}

/** The answers in words as they are to be signed. */
export async function answersToSign(ctx: Ctx, { draft, form }: OpenDraft): Promise<AnsweredPage[]> {
  return answeredPages(form, draft.answers, await factsFor(ctx, draft.answers), ctx.locale)
}

/** What was signed and sent, with the version of its form; newer versions of the application are not the second person's. */
export async function sentWith(
  ctx: Ctx,
  { caseId, id }: Submission,
): Promise<{ submission: Submission; form: FormDefinition } | undefined> {
  return (await sentOf(ctx, caseId)).find(({ submission }) => submission.id === id)
}
