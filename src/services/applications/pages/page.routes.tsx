import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { get, type Page, post } from '#platform/http/route.ts'
import { type Refusal, refuse } from '#platform/result.ts'
import { evaluate, inWords, type PageSent, stepToResume } from '../../forms/index.ts'
import { elsewhere } from '../carry/elsewhere.ts'
import { factsFor } from '../facts.ts'
import { type Writing, writingAt } from './draft-cookie.ts'
import { ExitPage, GonePage } from './gone.view.tsx'
import { liveForm } from './live-form.rules.ts'
import { answerPage, pageShown } from './page.verbs.ts'
import { FillInPage } from './page.view.tsx'
import { stepPath } from './paths.ts'

export const DraftAt = z.object({ draft: z.uuid() })
const Key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const PageAt = z.object({ draft: z.uuid(), page: Key })

const word = z.string().max(200)
const Answers = z.record(word, z.union([z.string().max(20_000), z.array(word).max(200)])).default({})
const Counts = z.record(word, z.string().max(6)).default({})
const Filled = z.object({
  a: Answers,
  n: Counts,
  do: z.string().max(200).default('next'),
  revision: z.coerce.number().int().positive().optional().catch(undefined),
  mode: z.literal('live').optional().catch(undefined),
  from: z.literal('pruefen').optional().catch(undefined),
})

const files = { 'a[*]': { max: 10, kinds: ['image', 'pdf'] as const } }
const limit = [{ points: 300, seconds: 600, per: 'network' as const }]

async function shownPage(
  ctx: Ctx,
  writing: Writing,
  key: string,
  again: { sent?: PageSent; refusal?: Refusal; fromReview?: boolean; more?: boolean },
) {
  const shown = await pageShown(ctx, writing, key, { sent: again.sent, wrong: again.refusal?.code === 'answersWrong' })
  if (!shown) return undefined
  return (
    <FillInPage
      writing={writing}
      shown={shown}
      fromReview={again.fromReview ?? false}
      refusal={again.refusal}
      more={again.more ?? false}
      live={liveForm(writing.form, key, writing.draft.answers, dayIn(ctx.now(), ctx.town.timeZone))}
    />
  )
}

const resumeAt = async (ctx: Ctx, writing: Writing) =>
  (await elsewhere(ctx, writing)) ??
  stepPath(writing.draft.id, stepToResume(evaluate(writing.form, writing.draft.answers, await factsFor(ctx, writing.draft.answers))))

export const pageRoutes = [
  get('/antraege/entwurf/:draft', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      return writing ? redirect(await resumeAt(ctx, writing)) : <GonePage />
    },
  }),

  get('/antraege/entwurf/:draft/seite/:page', {
    may: 'everyone',
    audience: 'internal',
    params: PageAt,
    query: z.object({ von: z.literal('pruefen').optional().catch(undefined), mehr: z.literal('1').optional().catch(undefined) }),
    show: async (ctx, { params, query, headers }): Promise<Page | ReturnType<typeof redirect> | undefined> => {
      const writing = await writingAt(ctx, params.draft, headers)
      if (!writing) return <GonePage />
      const { form, draft } = writing
      const evaluation = evaluate(form, draft.answers, await factsFor(ctx, draft.answers))
      const instead = await elsewhere(ctx, writing)
      if (instead) return redirect(instead)
      if (!evaluation.pages.some(({ key }) => key === params.page)) return redirect(await resumeAt(ctx, writing))
      return await shownPage(ctx, writing, params.page, { fromReview: query.von !== undefined, more: query.mehr !== undefined })
    },
  }),

  post('/antraege/entwurf/:draft/seite/:page', {
    may: 'everyone',
    audience: 'internal',
    params: PageAt,
    form: Filled,
    files,
    limit,
    bodyLimit: 400_000,
    run: async (ctx, { draft, page, a, n, ...input }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      if (!writing) return refuse('draftGone')
      return await answerPage(ctx, writing, {
        page,
        sent: { a, n },
        wish: input.do,
        revision: input.revision,
        live: input.mode === 'live',
        fromReview: input.from !== undefined,
      })
    },
    done: ({ to, more }) => (more ? `${to}${to.includes('?') ? '&' : '?'}mehr=1` : to),
    json: ({ revision }) => ({ revision }),
    again: async (ctx, form, { draft, page }, { headers }) => {
      const writing = await writingAt(ctx, draft, headers)
      if (!writing) return <GonePage />
      const sent = { a: Answers.catch({}).parse(form.input.a), n: Counts.catch({}).parse(form.input.n) }
      const wrong = form.refusal ?? (Object.keys(form.errors).length > 0 ? { code: 'fileGone' } : undefined)
      return await shownPage(ctx, writing, page, {
        sent,
        ...(wrong ? { refusal: wrong as Refusal } : {}),
        fromReview: form.input.from === 'pruefen',
      })
    },
  }),

  get('/antraege/entwurf/:draft/ende/:exit', {
    may: 'everyone',
    audience: 'internal',
    params: z.object({ draft: z.uuid(), exit: Key }),
    show: async (ctx, { params, headers }) => {
      const writing = await writingAt(ctx, params.draft, headers)
      if (!writing) return <GonePage />
      const exit = writing.form.exits.find(({ key }) => key === params.exit)
      return exit && <ExitPage writing={writing} exit={exit} title={inWords(exit.title, ctx.locale)} />
    },
  }),
]
