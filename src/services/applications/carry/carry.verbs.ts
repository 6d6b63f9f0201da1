import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { versionInForce } from '../../definitions/definition.sql.ts'
import { type Carried, carryOver, FormDefinition } from '../../forms/index.ts'
import type { Draft, OpenDraft } from '../draft.rules.ts'
import { carryDraft } from '../draft.sql.ts'
import { type DraftRef, openDraft } from '../draft.verbs.ts'
import { factsFor } from '../facts.ts'

/** The form of a draft as it is in force now, with what becomes of the answers. */
export type NewerForm = { number: number; form: FormDefinition; carried: Carried }

/**
 * Whether a newer version of the form is in force. Not for a draft that waits for signatures: what is signed stays as it was shown; and
 * not for a change of what was sent, which stays in the version it was sent in.
 */
export async function newerForm(ctx: Ctx, { draft, form }: OpenDraft): Promise<NewerForm | undefined> {
  if (draft.waits || draft.replacesCase) return undefined
  const version = await versionInForce(ctx, 'form', draft.formId)
  if (!version || version.number <= draft.formNumber) return undefined
  const after = FormDefinition.parse(version.content)
  const facts = await factsFor(ctx, draft.answers)
  return { number: version.number, form: after, carried: carryOver(form, after, draft.answers, facts) }
}

/**
 * Takes a draft to the newest version of its form: all that still means the same goes along. Only as it was `told`; if the form or the
 * draft were changed since, it has to be told anew. Asked again it changes nothing.
 */
export async function carryDraftOver(
  ctx: Ctx,
  ref: DraftRef,
  told: { number: number; revision: number },
): Promise<Result<Draft, 'draftGone' | 'newerChanged'>> {
  const open = await openDraft(ctx, ref, { hold: true })
  if (!open) return refuse('draftGone')
  const newer = await newerForm(ctx, open)
  if (!newer) return ok(open.draft)
  if (newer.number !== told.number || open.draft.revision !== told.revision) return refuse('newerChanged')
  await carryDraft(ctx, open.draft.id, { number: newer.number, answers: newer.carried.answers })
  return ok(open.draft)
}
