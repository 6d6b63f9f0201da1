import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newSecret } from '#platform/ids.ts'
import type { Schedule } from '#platform/module.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { categoryBy } from '../catalogue.sql.ts'
import type { Category } from '../category.rules.ts'
import { changed, Draft, nextStep, stepPath } from './draft.rules.ts'
import { deleteDraftsBefore, draftById, insertDraft, updateDraft } from './draft.sql.ts'

/** A draft with its category, and the address of the page that comes next. */
export type Writing = { id: string; draft: Draft; category: Category | undefined; next: string }

export async function startDraft(ctx: Ctx, first: Partial<Draft>): Promise<Writing> {
  const id = newSecret()
  const draft = Draft.parse(first)
  await insertDraft(ctx, id, draft)
  return await writingOf(ctx, id, draft)
}

/** Keeps what a page of the form says. Refuses `draftGone` when it was sent or is older than a day. */
export async function changeDraft(ctx: Ctx, id: string, change: Partial<Draft>): Promise<Result<Writing, 'draftGone'>> {
  const stored = await draftById(ctx, id, true)
  if (!stored || stored.number) return refuse('draftGone')
  const draft = changed(stored.draft, change)
  await updateDraft(ctx, id, draft)
  return ok(await writingOf(ctx, id, draft))
}

/** `sent` has the number of the report that the draft has become. */
export async function openDraft(ctx: Ctx, id: string): Promise<Writing | { sent: string } | undefined> {
  const stored = await draftById(ctx, id)
  if (!stored) return undefined
  return stored.number ? { sent: stored.number } : await writingOf(ctx, id, stored.draft)
}

async function writingOf(ctx: Ctx, id: string, draft: Draft): Promise<Writing> {
  const found = draft.category ? await categoryBy(ctx, draft.category) : undefined
  const category = found && !found.closedAt ? found : undefined
  return { id, draft, category, next: stepPath(id, nextStep(draft, category)) }
}

/** Only the number stays, so that going back leads to the report and not to a second one. */
export const closeDraft = (ctx: Ctx, id: string, number: string) => updateDraft(ctx, id, Draft.parse({}), number)

export const forgetDrafts: Schedule = {
  name: 'report.forgetDrafts',
  cron: '17 * * * *',
  run: async (ctx) => {
    await deleteDraftsBefore(ctx, new Date(ctx.now().getTime() - DAY_MS))
  },
}
