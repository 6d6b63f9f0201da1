import type { Ctx } from '#platform/context.ts'
import { allItems, type FormDefinition, isGroup } from '../../forms/index.ts'
import { type DraftRef, saveDraft } from '../draft.verbs.ts'
import { emailOfPerson } from './prefill.sql.ts'

/** What the account knows already stands in the form, to be seen and changed; nothing of it is sent unseen. */
export async function prefill(ctx: Ctx, form: FormDefinition, ref: DraftRef): Promise<void> {
  if (!ctx.actor.personId) return
  const email = await emailOfPerson(ctx, ctx.actor.personId)
  const words = (ctx.actor.name ?? '').split(' ').filter(Boolean)
  const lastName = words.pop() ?? ''
  const answers: Record<string, unknown> = {}
  for (const { item, groups } of allItems(form)) {
    if (isGroup(item) || groups.length > 0 || item.prefill?.source !== 'account') continue
    if (item.kind === 'person' && item.prefill.attribute === 'name' && lastName)
      answers[item.key] = { firstName: words.join(' '), lastName }
    if (item.kind === 'email' && item.prefill.attribute === 'email' && email) answers[item.key] = email
  }
  if (Object.keys(answers).length > 0) await saveDraft(ctx, ref, { answers, page: '' })
}
