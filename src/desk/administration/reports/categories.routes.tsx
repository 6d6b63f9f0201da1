import { z } from 'zod'
import { organisationsOf, unitKinds } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import {
  categories,
  categoryBy,
  categoryGroups,
  closeCategory,
  GroupInput,
  orderCategory,
  orderGroup,
  removeGroup,
  saveCategory,
  saveGroup,
} from '#services/reports/index.ts'
import { CategoriesPage } from './categories.view.tsx'
import { CategoryPage } from './category.view.tsx'
import { afterStep, atFields, CategoryForm, formOf, sentQuestions } from './category-form.rules.ts'
import { GroupsPage } from './groups.view.tsx'

const common = { may: 'report.configure', audience: 'staff' } as const
const PATH = '/verwaltung/kategorien'
const At = z.object({ id: z.uuid() })
const Group = z.object({ code: z.string().max(60) })
const Move = z.object({ move: z.enum(['up', 'down']) })
const saved = (to: string) => ({ to, flash: { kind: 'success' as const, text: 'administration.saved' } })

/** Saves, unless a button beside the questions was pressed: then the form comes back changed. */
const save = (ctx: Ctx, { id, ...form }: z.output<typeof CategoryForm> & { id?: string }) =>
  form.pressed === 'step' ? Promise.resolve(refuse('questionsChanged')) : saveCategory(ctx, { ...form, id })

export const categoryRoutes = [
  get(PATH, { ...common, show: (ctx) => listPage(ctx, blank) }),
  get(`${PATH}/neu`, {
    ...common,
    query: z.object({ gruppe: z.string().max(60).optional() }),
    show: (ctx, { query }) => onePage(ctx, undefined, { ...blank, input: { groupCode: query.gruppe, anonymous: 'on' } }),
  }),
  post(PATH, { ...common, form: CategoryForm, run: save, done: () => saved(PATH), again: (ctx, form) => onePage(ctx, undefined, form) }),

  get(`${PATH}/gruppen`, { ...common, show: (ctx) => groupsPage(ctx, blank) }),
  post(`${PATH}/gruppen`, {
    ...common,
    form: GroupInput,
    run: saveGroup,
    done: () => saved(`${PATH}/gruppen`),
    again: (ctx, form) => groupsPage(ctx, form),
  }),
  post(`${PATH}/gruppen/:code/platz`, {
    ...common,
    params: Group,
    form: Move,
    run: orderGroup,
    done: () => `${PATH}/gruppen`,
    again: (ctx, form) => groupsPage(ctx, { ...form, input: {} }),
  }),
  post(`${PATH}/gruppen/:code/entfernung`, {
    ...common,
    params: Group,
    form: z.object({}),
    run: removeGroup,
    done: () => saved(`${PATH}/gruppen`),
    again: (ctx, form) => groupsPage(ctx, { ...form, input: {} }),
  }),

  get(`${PATH}/:id{[0-9a-f-]{36}}`, { ...common, params: At, show: (ctx, { params }) => onePage(ctx, params.id, blank) }),
  post(`${PATH}/:id{[0-9a-f-]{36}}`, {
    ...common,
    params: At,
    form: CategoryForm,
    run: save,
    done: () => saved(PATH),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${PATH}/:id{[0-9a-f-]{36}}/platz`, {
    ...common,
    params: At,
    form: Move,
    run: orderCategory,
    done: () => PATH,
    again: (ctx, form) => listPage(ctx, form),
  }),
  post(`${PATH}/:id{[0-9a-f-]{36}}/schliessung`, {
    ...common,
    params: At,
    form: z.object({ open: z.literal('on').optional() }),
    run: (ctx, { id, open }) => closeCategory(ctx, { id, open: open === 'on' }),
    done: () => saved(PATH),
    again: (ctx, form) => listPage(ctx, form),
  }),
]

async function listPage(ctx: Ctx, form: Again) {
  const all = await categories(ctx, { closed: true })
  return <CategoriesPage all={all} groups={await categoryGroups(ctx)} form={form} locale={ctx.locale} />
}

const groupsPage = async (ctx: Ctx, form: Again) => (
  <GroupsPage groups={await categoryGroups(ctx)} form={{ ...form, errors: atFields(form.errors) }} locale={ctx.locale} />
)

async function onePage(ctx: Ctx, id: string | undefined, form: Again) {
  const known = id ? await categoryBy(ctx, id) : undefined
  if (id && !known) return undefined
  const sent = Object.keys(form.input).length > 0
  const input: Readonly<Record<string, unknown>> = sent || !known ? form.input : formOf(known)
  const step = typeof input.step === 'string' ? input.step : undefined
  const questions = step ? afterStep(sentQuestions(input), step) : sentQuestions(input)
  // A pressed button is no mistake: nothing is told, the questions have changed.
  const state = step ? { input, errors: {} } : { ...form, input, errors: atFields(form.errors) }
  const units = await organisationsOf(ctx, unitKinds)
  return <CategoryPage {...{ known, state, questions, units, groups: await categoryGroups(ctx), locale: ctx.locale }} />
}
