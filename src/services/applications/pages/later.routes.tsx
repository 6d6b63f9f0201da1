import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { ok, refuse } from '#platform/result.ts'
import { dropDraft, openDraft } from '../draft.verbs.ts'
import { draftCookie, noDraftCookie, writingAt } from './draft-cookie.ts'
import { removeDraftFiles } from './draft-files.ts'
import { GonePage } from './gone.view.tsx'
import { LaterPage, ResumePage } from './later.view.tsx'
import { DraftAt } from './page.routes.tsx'
import { draftPath } from './paths.ts'

const Code = z.object({ code: z.string().trim().min(1).max(40) })

async function resume(ctx: Ctx, { code }: z.output<typeof Code>) {
  const open = await openDraft(ctx, { code })
  return open ? ok({ id: open.draft.id, code }) : refuse('unknownDraftCode', { field: 'code' })
}

export const laterRoutes = [
  get('/antraege/fortsetzen', {
    may: 'everyone',
    audience: 'public',
    summary: 'Go on with an application that was begun on another device',
    show: () => <ResumePage form={blank} />,
  }),

  post('/antraege/fortsetzen', {
    may: 'everyone',
    audience: 'public',
    form: Code,
    limit: [{ points: 20, seconds: 60, per: 'network' }],
    run: resume,
    done: ({ id, code }, ctx) => ({ to: draftPath(id), cookies: [draftCookie(ctx, { id, code })] }),
    again: (_, form: Again<{ code: string }>) => <ResumePage form={form} />,
  }),

  get('/antraege/entwurf/:draft/spaeter', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      return writing ? (
        <LaterPage
          writing={writing}
          address={`${ctx.town.origin}${ctx.town.base}/antraege/fortsetzen`}
          inAccount={writing.draft.personId !== undefined}
        />
      ) : (
        <GonePage />
      )
    },
  }),

  post('/antraege/entwurf/:draft/verwerfen', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: z.object({}),
    run: async (ctx, { draft }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      if (!writing) return refuse('draftGone')
      await removeDraftFiles(ctx, draft)
      const dropped = await dropDraft(ctx, writing.ref)
      return dropped.ok ? ok({ id: draft }) : refuse('draftGone')
    },
    done: ({ id }) => ({ to: '/antraege', flash: { kind: 'success', text: 'apply.dropped' }, cookies: [noDraftCookie(id)] }),
    again: () => <GonePage />,
  }),
]
