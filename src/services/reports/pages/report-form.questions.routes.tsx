import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { answersOf } from './answers.rules.ts'
import { dangerOf, stepPath } from './draft.rules.ts'
import { changeDraft, openDraft } from './draft.verbs.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { DangerPage } from './report-form.danger.view.tsx'
import { QuestionsPage } from './report-form.questions.view.tsx'
import { DraftAt } from './report-form.what.routes.tsx'

const Answered = z.object({
  answers: z.record(z.string().max(60), z.union([z.string().max(1000), z.array(z.string().max(60)).max(30)])).default({}),
})
type Answered = z.output<typeof Answered>

async function answer(ctx: Ctx, { draft: id, answers: sent }: Answered & { draft: string }) {
  const opened = await openDraft(ctx, id)
  if (!opened || 'sent' in opened) return refuse('draftGone')
  const { answers, wrong } = answersOf(opened.category?.questions ?? [], sent)
  if (Object.keys(wrong).length > 0) return refuse('answersWrong')
  return await changeDraft(ctx, id, { answers, answered: true })
}

export const questionRoutes = [
  get('/meldungen/neu/:draft/fragen', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, ({ draft, category, next }) =>
        category && category.questions.length > 0 ? (
          <QuestionsPage draftId={params.draft} category={category} sent={draft.answers} />
        ) : (
          redirect(next)
        ),
      ),
  }),

  post('/meldungen/neu/:draft/fragen', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: Answered,
    run: answer,
    done: ({ next }) => next,
    again: (ctx, form, { draft: id }) =>
      againWithDraft(ctx, id, ({ category }) => {
        const sent = Answered.safeParse(form.input).data?.answers ?? {}
        return <QuestionsPage draftId={id} category={category} sent={sent} wrong={answersOf(category?.questions ?? [], sent).wrong} />
      }),
  }),

  get('/meldungen/neu/:draft/notfall', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, ({ draft, category, next }) => {
        const number = dangerOf(draft, category)
        if (!number) return redirect(next)
        return <DangerPage number={number} back={stepPath(params.draft, category?.danger ? 'kind' : 'questions')} place={draft.place} />
      }),
  }),
]
