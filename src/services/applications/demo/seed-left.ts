import { DAY_MS } from '#platform/calendar/day.ts'
import { anonymous, type Ctx } from '#platform/context.ts'
import { FormDefinition } from '../../forms/index.ts'
import { saveDraft, startDraft } from '../draft.verbs.ts'
import { countApplications } from '../figures/count.jobs.ts'
import { countWaiting } from '../figures/count.sql.ts'
import { onlineForms } from '../online.sql.ts'

/** How many people stopped on the first page, the second and so on, of the forms that are looked at most. */
const left: Record<string, readonly number[]> = {
  'gewerbe-anmelden': [2, 4, 1, 1],
  'veranstaltung-auf-oeffentlicher-flaeche': [1, 2, 3, 1],
}

/** Begun and never sent, by people who told nothing yet; then what came until yesterday is counted, as it is each night. */
export async function seedFigures(ctx: Ctx): Promise<void> {
  const moment = new Date(ctx.now().getTime() - 20 * DAY_MS)
  const writing: Ctx = { ...ctx, actor: anonymous, now: () => moment }
  for (const { slug, content } of await onlineForms(ctx)) {
    const { pages } = FormDefinition.parse(content)
    for (const [nth, count] of (left[slug] ?? []).entries())
      for (let i = 0; i < count && pages[nth]; i++) {
        const draft = await startDraft(writing, { slug })
        if (!draft.ok) throw new Error(`a draft of the demo is refused: ${draft.refusal.code}`)
        await saveDraft(writing, { secret: draft.value.secret }, { answers: {}, page: pages[nth].key })
      }
  }
  while (await countApplications(ctx));
  await countWaiting(ctx)
}
