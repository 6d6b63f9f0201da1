import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { categories, categoryBy, categoryGroups } from '../catalogue.sql.ts'
import { proposeCategories } from '../proposal.rules.ts'
import type { Draft } from './draft.rules.ts'
import { changeDraft } from './draft.verbs.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { KindPage } from './report-form.kind.view.tsx'
import { DraftAt } from './report-form.what.routes.tsx'

const Kind = z.object({ category: z.string().max(60) })

async function chooseKind(ctx: Ctx, { draft, category }: { draft: string; category: string }) {
  const found = await categoryBy(ctx, category)
  return found && !found.closedAt ? await changeDraft(ctx, draft, { category: found.code }) : refuse('categoryUnknown')
}

/** All kinds of damage in their groups, those that fit the text first. */
async function choices(ctx: Ctx, { text }: Draft) {
  const [all, groups] = [await categories(ctx), await categoryGroups(ctx)]
  const proposed = proposeCategories(text, all).flatMap(({ code }) => all.find((category) => category.code === code) ?? [])
  return { all, groups, proposed }
}

export const kindRoutes = [
  get('/meldungen/neu/:draft/art', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, async ({ draft }) => (
        <KindPage draftId={params.draft} form={{ input: { category: draft.category }, errors: {} }} {...(await choices(ctx, draft))} />
      )),
  }),

  post('/meldungen/neu/:draft/art', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: Kind,
    run: chooseKind,
    done: ({ next }) => next,
    again: (ctx, form, { draft: draftId }) =>
      againWithDraft(ctx, draftId, async ({ draft }) => <KindPage draftId={draftId} form={form} {...(await choices(ctx, draft))} />),
  }),
]
