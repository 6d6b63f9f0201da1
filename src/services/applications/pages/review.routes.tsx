import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { accessCookie } from '../../cases/index.ts'
import { evaluate, feeOf, pagesOf, stepToResume } from '../../forms/index.ts'
import { elsewhere } from '../carry/elsewhere.ts'
import { askToSign } from '../cosign/ask.verbs.ts'
import { askedFor } from '../cosign/given.read.ts'
import { waitingPath } from '../cosign/paths.ts'
import { factsFor } from '../facts.ts'
import { addressIn, NewsWish, readWish } from '../news/offered.rules.ts'
import { isTrusted } from '../submit.verbs.ts'
import { noDraftCookie, type Writing, writingAt } from './draft-cookie.ts'
import { draftFileLinks } from './draft-files.ts'
import { GonePage } from './gone.view.tsx'
import { DraftAt } from './page.routes.tsx'
import { stepPath } from './paths.ts'
import { ReviewPage } from './review.view.tsx'
import { type SentDraft, sendDraft, sentAlready } from './send.verbs.ts'
import { sentCookie } from './sent-cookie.ts'

async function reviewPage(ctx: Ctx, writing: Writing, form: Again) {
  const { draft, form: definition } = writing
  const evaluation = evaluate(definition, draft.answers, await factsFor(ctx, draft.answers))
  if (!evaluation.ready) return redirect(stepPath(draft.id, stepToResume(evaluation)))
  return (
    <ReviewPage
      writing={writing}
      cosigners={await askedFor(ctx, definition, draft.answers)}
      pages={pagesOf(evaluation, ctx.locale)}
      fee={feeOf(evaluation)}
      file={await draftFileLinks(ctx, draft)}
      isTrusted={isTrusted(ctx, definition)}
      isSignedIn={ctx.actor.kind === 'person'}
      news={mayWantNews(ctx, writing) ? { offered: addressIn(definition, evaluation.values) } : undefined}
      last={evaluation.pages.at(-1)?.key ?? ''}
      form={form}
    />
  )
}

/** Whoever has an account hears of it there; what replaces something sent has its news already. */
const mayWantNews = (ctx: Ctx, { draft }: Writing): boolean => ctx.actor.kind !== 'person' && !draft.replacesCase

/** Where others have to sign it is sent with the last signature, not before. */
async function sendOrAsk(
  ctx: Ctx,
  writing: Writing,
  headers: Headers,
  newsTo: string | undefined,
): Promise<Result<SentDraft | { waits: string }>> {
  const { draft, form, ref } = writing
  if ((await askedFor(ctx, form, draft.answers)).length === 0) return await sendDraft(ctx, writing, headers, newsTo)
  const asked = await askToSign(ctx, ref)
  return asked.ok ? ok({ waits: draft.id }) : asked
}

const afterSending = (ctx: Ctx, sent: SentDraft) => ({
  to: `/antraege/gesendet/${sent.number}`,
  cookies: [
    sentCookie(ctx, sent),
    noDraftCookie(sent.draftId),
    ...(sent.party ? [accessCookie(ctx, { id: sent.caseId, number: sent.number }, sent.party)] : []),
  ],
})

export const reviewRoutes = [
  get('/antraege/entwurf/:draft/pruefen', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      const instead = writing && (await elsewhere(ctx, writing))
      if (instead) return redirect(instead)
      if (writing) return await reviewPage(ctx, writing, blank)
      const number = await sentAlready(ctx, params.draft)
      return number ? redirect(`/status/${number}`) : <GonePage />
    },
  }),

  post('/antraege/entwurf/:draft/pruefen', {
    may: 'everyone',
    audience: 'public',
    summary: 'Send the application that was written under this address; the same once',
    params: DraftAt,
    form: NewsWish,
    limit: [
      { points: 20, seconds: 600, per: 'network' },
      { points: 20, seconds: 600, per: 'account' },
    ],
    run: async (ctx, { draft, ...wish }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      if (!writing) return refuse('draftGone')
      const newsTo = mayWantNews(ctx, writing) ? readWish(wish) : ok(undefined)
      return newsTo.ok ? await sendOrAsk(ctx, writing, headers, newsTo.value) : newsTo
    },
    done: (done, ctx) => ('waits' in done ? waitingPath(done.waits) : afterSending(ctx, done)),
    again: async (ctx, form, { draft }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      const page = writing && (await reviewPage(ctx, writing, form))
      return page && 'props' in page ? page : <GonePage />
    },
  }),
]
