import { z } from 'zod'
import { organisationsOf } from '#core/organisations/index.ts'
import { districtsOf, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  categories,
  categoryGroups,
  closeRoutingRule,
  orderRoutingRule,
  RoutingRuleInput,
  routingRules,
  saveRoutingRule,
  tryRouting,
} from '#services/reports/index.ts'
import { DistrictsPage } from './districts.view.tsx'
import { RoutingPage, type Tried } from './routing.view.tsx'
import { RulePage } from './rule.view.tsx'

const common = { may: 'report.configure', audience: 'staff' } as const
const PATH = '/verwaltung/zustaendigkeit'
const At = z.object({ id: z.uuid() })
const Try = z.object({ kategorie: z.uuid().optional(), ort: z.string().trim().max(200).default('') })
const note = z.string().trim().max(500).default('')

/** An empty sentence for the public is none; with one language only, both show it. */
const RuleForm = RoutingRuleInput.omit({ publicNote: true })
  .extend({ noteDe: note, noteEn: note })
  .transform(({ noteDe, noteEn, ...rule }) => ({
    ...rule,
    ...(noteDe || noteEn ? { publicNote: { de: noteDe || noteEn, en: noteEn || noteDe } } : {}),
  }))

export const routingRoutes = [
  get(PATH, { ...common, query: Try, show: (ctx, { query }) => listPage(ctx, query, blank) }),
  get(`${PATH}/neu`, { ...common, show: (ctx) => rulePage(ctx, undefined, blank) }),
  post(PATH, {
    ...common,
    form: RuleForm,
    run: saveRoutingRule,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form) => rulePage(ctx, undefined, form),
  }),
  get(`${PATH}/:id{[0-9a-f-]{36}}`, { ...common, params: At, show: (ctx, { params }) => rulePage(ctx, params.id, blank) }),
  post(`${PATH}/:id{[0-9a-f-]{36}}`, {
    ...common,
    params: At,
    form: RuleForm,
    run: saveRoutingRule,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'administration.saved' } }),
    again: (ctx, form, { id }) => rulePage(ctx, id, form),
  }),
  post(`${PATH}/:id{[0-9a-f-]{36}}/platz`, {
    ...common,
    params: At,
    form: z.object({ move: z.enum(['up', 'down']) }),
    run: orderRoutingRule,
    done: () => PATH,
    again: (ctx, form) => listPage(ctx, { ort: '' }, form),
  }),
  post(`${PATH}/:id{[0-9a-f-]{36}}/ende`, {
    ...common,
    params: At,
    form: z.object({}),
    run: closeRoutingRule,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'administration.rule.ended' } }),
    again: (ctx, form) => listPage(ctx, { ort: '' }, form),
  }),

  get('/verwaltung/ortsteile', { ...common, show: async (ctx) => <DistrictsPage districts={await districtsOf(ctx)} /> }),
]

const unitsOf = (ctx: Ctx) => organisationsOf(ctx, ['authority', 'department', 'team', 'contractor'])

async function listPage(ctx: Ctx, query: z.output<typeof Try>, form: Again) {
  return (
    <RoutingPage
      rules={await routingRules(ctx)}
      categories={await categories(ctx)}
      groups={await categoryGroups(ctx)}
      districts={await districtsOf(ctx)}
      units={await unitsOf(ctx)}
      query={query}
      tried={await tryOut(ctx, query)}
      form={form}
      locale={ctx.locale}
    />
  )
}

/** Who would get a report of this category at this place. */
async function tryOut(ctx: Ctx, { kategorie, ort }: z.output<typeof Try>): Promise<Tried | undefined> {
  if (!kategorie || !ort) return undefined
  const place = await resolvePlace(ctx, { placeText: ort })
  if (!place.ok) return { refusal: place.refusal }
  const routed = await tryRouting(ctx, { category: kategorie, place: place.value })
  return routed.ok ? { place: place.value, routed: routed.value } : { refusal: routed.refusal }
}

async function rulePage(ctx: Ctx, id: string | undefined, form: Again) {
  const known = id ? (await routingRules(ctx)).find((rule) => rule.id === id) : undefined
  if (id && !known) return undefined
  const edited = Object.keys(form.input).length > 0
  const input = edited || !known ? form.input : { ...known, noteDe: known.publicNote?.de, noteEn: known.publicNote?.en }
  return (
    <RulePage
      id={id}
      form={{ ...form, input }}
      categories={await categories(ctx)}
      groups={await categoryGroups(ctx)}
      districts={await districtsOf(ctx)}
      units={await unitsOf(ctx)}
      locale={ctx.locale}
    />
  )
}
