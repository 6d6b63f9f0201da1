import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { similarReports } from '../similar.ts'
import { stepPath } from './draft.rules.ts'
import { changeDraft, type Writing } from './draft.verbs.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { SimilarPage } from './report-form.similar.view.tsx'
import { DraftAt } from './report-form.what.routes.tsx'

async function similarTo(ctx: Ctx, { draft, category }: Writing) {
  if (!draft.place || !category) return []
  const { lat, lon, assetId } = draft.place
  return await similarReports(ctx, { lat, lon, assetId, categoryId: category.id, text: draft.text })
}

export const similarRoutes = [
  get('/meldungen/neu/:draft/aehnlich', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, async (writing) => {
        if (!writing.draft.place || !writing.category) return redirect(writing.next)
        const similar = await similarTo(ctx, writing)
        return similar.length > 0 ? <SimilarPage draftId={params.draft} similar={similar} /> : redirect(stepPath(params.draft, 'send'))
      }),
  }),

  post('/meldungen/neu/:draft/aehnlich', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: z.object({}),
    run: (ctx, { draft }) => changeDraft(ctx, draft, { isNew: true }),
    done: ({ next }) => next,
    again: (ctx, _, { draft }) =>
      againWithDraft(ctx, draft, async (writing) => <SimilarPage draftId={draft} similar={await similarTo(ctx, writing)} />),
  }),
]
