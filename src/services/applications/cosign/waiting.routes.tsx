import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { type Writing, writingAt } from '../pages/draft-cookie.ts'
import { GonePage } from '../pages/gone.view.tsx'
import { draftPath, reviewPath } from '../pages/paths.ts'
import { sentAlready } from '../pages/send.verbs.ts'
import { askAgain, takeBack } from './ask.verbs.ts'
import { cosignersOf } from './cosign.sql.ts'
import { waitingPath } from './paths.ts'
import { WaitingPage } from './waiting.view.tsx'

const DraftAt = z.object({ draft: z.uuid() })
const AskAgain = z.object({ person: z.string().max(60), email: z.string().trim().pipe(z.email().max(320)) })
const common = { may: 'everyone', audience: 'internal' as const, params: DraftAt }

const waiting = async (ctx: Ctx, open: Writing, tried?: { person: string; form: Again }) => (
  <WaitingPage open={open} cosigners={await cosignersOf(ctx, [open.draft.id])} now={ctx.now()} tried={tried} />
)

export const waitingRoutes = [
  get('/antraege/entwurf/:draft/unterschriften', {
    ...common,
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      if (writing) return writing.draft.waits ? await waiting(ctx, writing) : redirect(draftPath(params.draft))
      const number = await sentAlready(ctx, params.draft)
      return number ? redirect(`/status/${number}`) : <GonePage />
    },
  }),

  post('/antraege/entwurf/:draft/unterschriften/erneut', {
    ...common,
    form: AskAgain,
    limit: [
      { points: 20, seconds: 3600, per: 'network' },
      { points: 20, seconds: 3600, per: 'account' },
    ],
    run: async (ctx, { draft, person, email }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      return writing ? await askAgain(ctx, writing.ref, { person, email }) : refuse('draftGone')
    },
    done: ({ draftId, email }) => ({
      to: waitingPath(draftId),
      flash: { kind: 'success', text: 'cosign.again.done', params: { email } },
    }),
    again: async (ctx, form, { draft }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      return writing?.draft.waits ? await waiting(ctx, writing, { person: String(form.input.person ?? ''), form }) : <GonePage />
    },
  }),

  post('/antraege/entwurf/:draft/unterschriften/zuruecknehmen', {
    ...common,
    form: z.object({}),
    run: async (ctx, { draft }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      return writing ? await takeBack(ctx, writing.ref) : refuse('draftGone')
    },
    done: ({ id }) => ({ to: reviewPath(id), flash: { kind: 'success', text: 'cosign.takeBack.done' } }),
    again: () => <GonePage />,
  }),
]
