import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { newSecret } from '#platform/ids.ts'
import { ok, type Result } from '#platform/result.ts'
import { partyFromCookie } from '../../cases/index.ts'
import { type Joined, joinReport, subscribeToReport } from '../join.verbs.ts'
import { publicReport } from '../report.detail.ts'
import { closeDraft, openDraft } from './draft.verbs.ts'
import { FollowPage, JoinPage } from './join.view.tsx'
import { MARK, markCookie } from './mark-cookie.ts'
import { NumberAt } from './number-at.ts'
import { receiptCookie } from './receipt-cookie.ts'

const Joining = z.object({
  email: z.email().max(320).optional(),
  text: z.string().trim().max(2000).optional(),
  /** A report that was being written: its text and photos come along. */
  entwurf: z.string().max(50).optional(),
})
type Joining = z.output<typeof Joining>

async function join(
  ctx: Ctx,
  { number, entwurf, ...said }: Joining & { number: string },
  { cookie }: { cookie: (name: string) => string | undefined },
): Promise<Result<Joined & { mark: string }>> {
  const mark = cookie(MARK) ?? newSecret()
  const written = entwurf ? await openDraft(ctx, entwurf) : undefined
  const draft = written && !('sent' in written) ? written.draft : undefined
  const joined = await joinReport(ctx, { number, ...said, text: said.text || draft?.text || undefined, photos: draft?.photos ?? [], mark })
  if (!joined.ok) return joined
  if (entwurf && draft) await closeDraft(ctx, entwurf, number)
  return ok({ ...joined.value, mark })
}

async function joinPage(ctx: Ctx, number: string, form: Again<Joining>, draftId?: string) {
  const report = await publicReport(ctx, number)
  if (!report) return undefined
  const written = draftId ? await openDraft(ctx, draftId) : undefined
  const draft = draftId && written && !('sent' in written) ? { id: draftId, photos: written.draft.photos.length } : undefined
  return <JoinPage report={report} form={form} draft={draft} signedIn={ctx.actor.kind === 'person'} />
}

const Following = z.object({ email: z.email().max(320).optional() })

async function followPage(ctx: Ctx, number: string, form: Again<z.output<typeof Following>>) {
  const report = await publicReport(ctx, number)
  return report && <FollowPage report={report} form={form} signedIn={ctx.actor.kind === 'person'} />
}

const blankForm = { input: {}, errors: {} }
const limit = [{ points: 20, seconds: 600, per: 'network' as const }]

export const joinRoutes = [
  get('/meldungen/:number/auch', {
    may: 'everyone',
    audience: 'public',
    params: NumberAt,
    query: z.object({ entwurf: z.string().max(50).optional().catch(undefined) }),
    show: async (ctx, { params: { number }, query, headers }) => {
      const report = await publicReport(ctx, number)
      if (report && (await partyFromCookie(ctx, report, headers))) return redirect(`/status/${number}`)
      const written = query.entwurf ? await openDraft(ctx, query.entwurf) : undefined
      const input = written && !('sent' in written) ? { text: written.draft.text } : {}
      return await joinPage(ctx, number, { input, errors: {} }, query.entwurf)
    },
  }),

  post('/meldungen/:number/auch', {
    may: 'everyone',
    audience: 'public',
    summary: 'Say that this damage concerns oneself too',
    params: NumberAt,
    form: Joining,
    limit,
    run: join,
    done: ({ mark, ...joined }, ctx) => ({
      to: joined.secret ? `/meldungen/gesendet/${joined.number}` : `/meldungen/${joined.number}`,
      flash: {
        kind: joined.already ? ('info' as const) : ('success' as const),
        text: joined.already ? 'join.already' : 'join.done',
        params: { count: joined.supportCount },
      },
      cookies: [markCookie(mark), ...(joined.secret ? [receiptCookie(ctx, { ...joined, kind: 'joined', published: true })] : [])],
    }),
    again: (ctx, form, { number }) => joinPage(ctx, number, form, typeof form.input.entwurf === 'string' ? form.input.entwurf : undefined),
  }),

  get('/meldungen/:number/folgen', {
    may: 'everyone',
    audience: 'public',
    params: NumberAt,
    show: (ctx, { params: { number } }) => followPage(ctx, number, blankForm),
  }),

  post('/meldungen/:number/folgen', {
    may: 'everyone',
    audience: 'public',
    summary: 'Get news of a report by e-mail, or as a signed-in person',
    params: NumberAt,
    form: Following,
    limit,
    run: subscribeToReport,
    done: ({ number, confirming }) => ({
      to: `/meldungen/${number}`,
      flash: { kind: 'success', text: confirming ? 'follow.confirming' : 'follow.done' },
    }),
    again: (ctx, form, { number }) => followPage(ctx, number, form),
  }),
]
