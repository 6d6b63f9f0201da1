import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { versionBy } from '../../definitions/definition.sql.ts'
import { FormDefinition, inWords, type Page } from '../../forms/index.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { factsFor } from '../facts.ts'
import { submissionById } from '../submission.sql.ts'
import { type Earlier, type Offer, offersFor, openFields, withTaken } from './reuse.rules.ts'
import { insertReuses, newestSent } from './reuse.sql.ts'

/** So many of somebody's applications are looked through. */
const MOST = 10

/** What of a page the person who is signed in has said in an earlier application of hers; nothing for a change of what was sent. */
export async function offersOn(ctx: Ctx, { draft, form }: OpenDraft, page: Page, answers: Record<string, unknown>): Promise<Offer[]> {
  const { personId } = ctx.actor
  if (!personId || draft.personId !== personId || draft.replacesCase) return []
  const facts = await factsFor(ctx, answers)
  const open = openFields(form, page, answers, facts)
  return open.length === 0 ? [] : offersFor(form, open, await earlierOf(ctx, personId), facts)
}

async function earlierOf(ctx: Ctx, personId: string): Promise<Earlier[]> {
  const earlier: Earlier[] = []
  for (const { id, title } of await newestSent(ctx, personId, MOST)) {
    const submission = await submissionById(ctx, id)
    const version = submission && (await versionBy(ctx, 'form', submission.formId, submission.formNumber))
    if (submission && version) earlier.push({ submission, form: FormDefinition.parse(version.content), title })
  }
  return earlier
}

export type Taken = { answers: Record<string, unknown>; offers: readonly Offer[] }

/** What a button asks to take over (`take:address`, `take:all`), looked for anew; undefined if it asks for something else. */
export async function takenOver(
  ctx: Ctx,
  open: OpenDraft,
  page: Page,
  answers: Record<string, unknown>,
  wish: string,
): Promise<Taken | undefined> {
  if (!wish.startsWith('take:')) return undefined
  const name = wish.slice('take:'.length)
  const offers = (await offersOn(ctx, open, page, answers)).filter(({ field }) => name === 'all' || field.key === name)
  return { answers: withTaken(answers, offers), offers }
}

/** The receipt: who took which fields for which draft, and from where. What they say is not repeated. */
export async function noteTaken(ctx: Ctx, draftId: string, offers: readonly Offer[]): Promise<void> {
  const { personId } = ctx.actor
  if (!personId || offers.length === 0) return
  await insertReuses(
    ctx,
    offers.map(({ field, from: { submission } }) => ({
      id: newId(ctx.now().getTime()),
      personId,
      draftId,
      fromCase: submission.caseId,
      fromSentAt: submission.sentAt,
      field: field.key,
      label: inWords(field.label, ctx.locale).slice(0, 300),
    })),
  )
}
