import type { Ctx } from '#platform/context.ts'
import { type Reply, redirect } from '#platform/http/reply.ts'
import type { Page } from '#platform/http/route.ts'
import { openDraft, type Writing } from './draft.verbs.ts'
import { DraftGonePage } from './report-form.parts.view.tsx'

/** A page of the form for a draft; where the draft has become a report it leads there. */
export async function withDraft(
  ctx: Ctx,
  id: string,
  show: (writing: Writing) => Promise<Page | Reply> | Page | Reply,
): Promise<Page | Reply> {
  const opened = await openDraft(ctx, id)
  if (!opened) return <DraftGonePage />
  return 'sent' in opened ? redirect(`/meldungen/gesendet/${opened.sent}`) : await show(opened)
}

/** The same after a failed attempt, when only a page can answer. */
export async function againWithDraft(ctx: Ctx, id: string, show: (writing: Writing) => Promise<Page> | Page): Promise<Page> {
  const opened = await openDraft(ctx, id)
  return !opened || 'sent' in opened ? <DraftGonePage /> : await show(opened)
}
