import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  cancelReplay,
  closeRoutingRule,
  decideDraft,
  discardDraft,
  draftSheet,
  orderRoutingRule,
  RoutingRuleInput,
  saveRoutingRule,
  startDraft,
  startReplay,
} from '#services/reports/index.ts'
import { DRAFT, ROUTING } from './routing.parts.view.tsx'
import { common, draftPage, namesFor, Try } from './routing.routes.tsx'
import { RulePage } from './rule.view.tsx'

const At = z.object({ id: z.uuid() })
const note = z.string().trim().max(500).default('')
const nothing = z.object({})
const noTry = { ort: '' }
const said = (text: string, to = DRAFT) => ({ to, flash: { kind: 'success' as const, text } })

/** An empty sentence for the public is none; with one language only, both show it. */
const RuleForm = RoutingRuleInput.omit({ publicNote: true })
  .extend({ noteDe: note, noteEn: note })
  .transform(({ noteDe, noteEn, ...rule }) => ({
    ...rule,
    ...(noteDe || noteEn ? { publicNote: { de: noteDe || noteEn, en: noteEn || noteDe } } : {}),
  }))

const Decision = z.object({
  day: z.iso.date().optional(),
  withoutReplay: z.literal('on').optional(),
})

export const draftRoutes = [
  get(DRAFT, { ...common, query: Try, show: (ctx, { query }) => draftPage(ctx, query, blank) }),
  post(DRAFT, {
    ...common,
    form: z.object({ from: z.coerce.number().int().positive().max(2_000_000_000).optional() }),
    run: startDraft,
    done: () => said('administration.draft.started'),
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
  post(`${DRAFT}/verwerfen`, {
    ...common,
    form: nothing,
    run: discardDraft,
    done: () => said('administration.draft.discarded', ROUTING),
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
  post(`${DRAFT}/probe`, {
    ...common,
    form: nothing,
    run: startReplay,
    done: () => `${DRAFT}#probe`,
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
  post(`${DRAFT}/probe/abbruch`, {
    ...common,
    form: nothing,
    run: cancelReplay,
    done: () => `${DRAFT}#probe`,
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
  post(`${DRAFT}/gilt`, {
    ...common,
    form: Decision,
    run: (ctx, { day, withoutReplay }) => decideDraft(ctx, { day, withoutReplay: withoutReplay === 'on' }),
    done: ({ validFrom }, ctx) => said(validFrom! > ctx.now() ? 'administration.decide.scheduled' : 'administration.decide.done', ROUTING),
    again: (ctx, form) => draftPage(ctx, noTry, form, 'decide'),
  }),

  get(`${DRAFT}/neu`, { ...common, show: (ctx) => rulePage(ctx, undefined, blank) }),
  post(`${DRAFT}/regeln`, {
    ...common,
    form: RuleForm,
    run: saveRoutingRule,
    done: () => said('administration.saved'),
    again: (ctx, form) => rulePage(ctx, undefined, form),
  }),
  get(`${DRAFT}/:id{[0-9a-f-]{36}}`, { ...common, params: At, show: (ctx, { params }) => rulePage(ctx, params.id, blank) }),
  post(`${DRAFT}/:id{[0-9a-f-]{36}}`, {
    ...common,
    params: At,
    form: RuleForm,
    run: saveRoutingRule,
    done: () => said('administration.saved'),
    again: (ctx, form, { id }) => rulePage(ctx, id, form),
  }),
  post(`${DRAFT}/:id{[0-9a-f-]{36}}/platz`, {
    ...common,
    params: At,
    form: z.object({ move: z.enum(['up', 'down']) }),
    run: orderRoutingRule,
    done: () => DRAFT,
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
  post(`${DRAFT}/:id{[0-9a-f-]{36}}/ende`, {
    ...common,
    params: At,
    form: nothing,
    run: closeRoutingRule,
    done: () => said('administration.rule.ended'),
    again: (ctx, form) => draftPage(ctx, noTry, form),
  }),
]

async function rulePage(ctx: Ctx, id: string | undefined, form: Again) {
  const known = id ? (await draftSheet(ctx))?.rules.find((rule) => rule.id === id) : undefined
  if (id && !known) return undefined
  const edited = Object.keys(form.input).length > 0
  const input = edited || !known ? form.input : { ...known, noteDe: known.publicNote?.de, noteEn: known.publicNote?.en }
  return <RulePage id={id} form={{ ...form, input }} names={await namesFor(ctx)} />
}
