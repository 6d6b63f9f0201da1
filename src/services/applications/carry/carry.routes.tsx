import { z } from 'zod'
import { redirect } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { writingAt } from '../pages/draft-cookie.ts'
import { GonePage } from '../pages/gone.view.tsx'
import { draftPath } from '../pages/paths.ts'
import { carryDraftOver, newerForm } from './carry.verbs.ts'
import { NewerFormPage } from './carry.view.tsx'

/** What the page told; without it the page is shown anew. */
const Told = z.object({ number: z.coerce.number().int().catch(0), revision: z.coerce.number().int().catch(0) })
const common = { may: 'everyone', audience: 'internal' as const, params: z.object({ draft: z.uuid() }) }

export const carryRoutes = [
  get('/antraege/entwurf/:draft/neue-fassung', {
    ...common,
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      if (!writing) return <GonePage />
      const newer = await newerForm(ctx, writing)
      return newer ? <NewerFormPage open={writing} newer={newer} /> : redirect(draftPath(params.draft))
    },
  }),

  post('/antraege/entwurf/:draft/neue-fassung', {
    ...common,
    form: Told,
    run: async (ctx, { draft, number, revision }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      return writing ? await carryDraftOver(ctx, writing.ref, { number, revision }) : refuse('draftGone')
    },
    done: ({ id }) => ({ to: draftPath(id), flash: { kind: 'success', text: 'carry.done' } }),
    again: async (ctx, form, { draft }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      const newer = writing && (await newerForm(ctx, writing))
      return newer ? <NewerFormPage open={writing} newer={newer} tried={form} /> : <GonePage />
    },
  }),
]
