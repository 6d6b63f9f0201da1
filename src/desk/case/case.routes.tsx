import { z } from 'zod'
import { placeFields, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileFields, get, post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import type { Priority } from '#services/cases/index.ts'
import {
  addNote,
  assignTo,
  hideReport,
  lookAt,
  ModerationReason,
  moveReport,
  publishReport,
  type ReportVerb,
  recategorise,
  reportProcess,
  rewordReport,
  StepInput,
  sayInPublic,
  setPriority,
  takeStep,
  type Worked,
  writeToParties,
} from '#services/reports/index.ts'
import { inserted } from '../textblocks/index.ts'
import type { FormKind } from './attempt.ts'
import { caseSheet } from './case.read.ts'
import { CasePage } from './case.view.tsx'
import { stepForms } from './step.rules.ts'

const Params = z.object({ number: z.string().max(20) })
const verbs = Object.keys(reportProcess.steps) as [ReportVerb, ...ReportVerb[]]

const Query = z.object({
  liste: z.string().max(2000).default('').catch(''),
  /** The step whose form is open. */
  schritt: z.enum(verbs).optional().catch(undefined),
})

/** Every form knows the version it was made from and the list somebody came from. */
const common = { version: z.coerce.number().int().positive().optional(), liste: z.string().max(2000).default('') }
const text = z.string().trim().max(4000).default('')
const photos = z.array(z.uuid()).max(5).default([])
const upTo5: FileFields = { photos: { max: 5, kinds: ['image'] } }

const pathOf = (number: string, liste: string) => `/amt/meldungen/${number}${liste ? `?${new URLSearchParams({ liste })}` : ''}`
const verbIn = (value: unknown): ReportVerb | undefined => verbs.find((verb) => verb === value)

type Act<F extends z.ZodType> = {
  may: string
  form: F
  files?: FileFields
  run: (ctx: Ctx, input: z.output<F> & { number: string }) => Promise<Result<Worked>>
}

/** One of the page's forms: back to the page after success; refused it stands on top of the page with what was typed. */
const act = <F extends z.ZodType<{ liste: string; verb?: ReportVerb | undefined }>>(kind: FormKind, { run, ...more }: Act<F>) =>
  post(`/amt/meldungen/:number/${kind}`, {
    ...more,
    audience: 'staff',
    params: Params,
    run: (ctx, input) => run(ctx, input),
    done: ({ number }, _, input) => ({
      to: pathOf(number, input.liste),
      flash: { kind: 'success', text: `desk.did.${input.verb ?? kind}`, params: { number } },
    }),
    again: async (ctx, form, { number }) => {
      const input: Record<string, unknown> = form.input
      const sheet = await caseSheet(ctx, number, String(input.liste ?? ''))
      return sheet && <CasePage sheet={sheet} attempt={{ kind, verb: verbIn(input.verb), state: { ...form, input } }} />
    },
  })

const withBlock = ['schritt', 'notiz', 'wort', 'nachricht'] as const

/** Puts a text into the form that it was chosen in: the form stands on top again with all that was typed, nothing is written. */
const insertBlock = post('/amt/meldungen/:number/baustein', {
  may: 'report.work',
  audience: 'staff',
  params: Params,
  form: z.object({
    ...common,
    fuer: z.enum(withBlock).default('nachricht'),
    baustein: z.uuid().optional(),
    sprache: z.enum(['de', 'en']).default('de'),
    photos,
  }),
  files: upTo5,
  // The answer is the form itself, not a change: `again` shows it.
  run: async (): Promise<Result<never>> => refuse('textBlockMissing', { field: 'baustein' }),
  done: () => '/amt',
  again: async (ctx, form, { number }) => {
    const input: Record<string, unknown> = form.input
    const sheet = await caseSheet(ctx, number, String(input.liste ?? ''))
    const kind = withBlock.find((one) => one === input.fuer) ?? 'nachricht'
    const block = sheet?.blocks.all.find(({ id }) => id === input.baustein)
    if (!sheet || !block) return sheet && <CasePage sheet={sheet} attempt={{ kind, verb: verbIn(input.verb), state: form }} />
    const text = inserted(ctx, sheet.report, block, input.sprache === 'en' ? 'en' : 'de', typeof input.text === 'string' ? input.text : '')
    return (
      <CasePage
        sheet={sheet}
        attempt={{ kind, verb: verbIn(input.verb), state: { input: { ...input, text, baustein: '' }, errors: {} } }}
      />
    )
  },
})

export const caseRoutes = [
  get('/amt/meldungen/:number', {
    may: 'report.see',
    audience: 'staff',
    summary: 'One report with everything the staff knows of it',
    params: Params,
    query: Query,
    show: async (ctx, { params, query }) => {
      const sheet = await caseSheet(ctx, params.number, query.liste)
      const open = query.schritt && stepForms[query.schritt] ? query.schritt : undefined
      return sheet && <CasePage sheet={sheet} open={open} />
    },
  }),

  act('schritt', { may: 'report.see', form: StepInput.omit({ number: true }).extend(common), files: upTo5, run: takeStep }),

  insertBlock,

  act('zuteilung', {
    may: 'report.work',
    form: z.object({ ...common, personId: z.uuid().optional() }),
    run: (ctx, input) => assignTo(ctx, { ...input, personId: input.personId }),
  }),

  act('dringlichkeit', {
    may: 'report.work',
    form: z.object({ ...common, priority: z.enum(['2', '1', '0', '-1']).transform((value) => Number(value) as Priority) }),
    run: setPriority,
  }),

  post('/amt/meldungen/:number/gesehen', {
    may: 'report.work',
    audience: 'staff',
    params: Params,
    form: z.object({ liste: z.string().max(2000).default('') }),
    run: lookAt,
    done: ({ number }, _, input) => ({ to: pathOf(number, input.liste), flash: { kind: 'success', text: 'escalation.looked' } }),
    again: async (ctx, form, { number }) => {
      const sheet = await caseSheet(ctx, number, String(form.input.liste ?? ''))
      return sheet && <CasePage sheet={sheet} refusal={form.refusal} />
    },
  }),

  act('notiz', { may: 'report.work', form: z.object({ ...common, text }), run: addNote }),
  act('wort', { may: 'report.work', form: z.object({ ...common, text, photos }), files: upTo5, run: sayInPublic }),
  act('nachricht', { may: 'report.work', form: z.object({ ...common, text, to: z.string().max(20).optional() }), run: writeToParties }),

  act('veroeffentlichung', { may: 'report.moderate', form: z.object({ ...common, publicText: text, photos }), run: publishReport }),
  act('ausblenden', { may: 'report.moderate', form: z.object({ ...common, reason: ModerationReason, text }), run: hideReport }),
  act('wortlaut', {
    may: 'report.moderate',
    form: z.object({ ...common, publicText: text, reason: ModerationReason.default('personalData') }),
    run: rewordReport,
  }),

  act('art', { may: 'report.see', form: z.object({ ...common, category: z.string().min(1).max(60) }), run: recategorise }),
  act('ort', { may: 'report.see', form: z.object({ ...common, ...placeFields }), run: move }),
]

/** The place may not be understood; that is said before anything else. */
async function move(
  ctx: Ctx,
  input: Parameters<typeof resolvePlace>[1] & { number: string; version?: number | undefined },
): Promise<Result<Worked>> {
  const place = await resolvePlace(ctx, input)
  return place.ok ? await moveReport(ctx, { number: input.number, version: input.version, place: place.value }) : place
}
