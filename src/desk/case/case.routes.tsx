import { z } from 'zod'
import { placeFields, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileFields, get, post } from '#platform/http/route.ts'
import type { Result } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
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
import type { FormKind } from './attempt.ts'
import { type CaseSheet, caseSheet } from './case.read.ts'
import { CasePage } from './case.view.tsx'
import { caseForms, casePage, commonFields, OneCase, wordsInput } from './case-forms.tsx'
import { stepForms } from './step.rules.ts'

const PATH = '/amt/meldungen'
const verbs = Object.keys(reportProcess.steps) as [ReportVerb, ...ReportVerb[]]

const Query = z.object({
  liste: z.string().max(2000).default('').catch(''),
  /** The step whose form is open. */
  schritt: z.enum(verbs).optional().catch(undefined),
})

const photos = z.array(z.uuid()).max(5).default([])
const upTo5: FileFields = { photos: { max: 5, kinds: ['image'] } }
const text = wordsInput

const verbIn = (value: unknown): ReportVerb | undefined => verbs.find((verb) => verb === value)

const { act, insertBlock } = caseForms<FormKind, CaseSheet>({
  path: PATH,
  work: 'report.work',
  sheetOf: caseSheet,
  page: (sheet, { kind, which, state }) => <CasePage sheet={sheet} attempt={{ kind, verb: verbIn(which), state }} />,
  which: ({ verb }) => verbIn(verb),
  did: (kind, verb) => `desk.did.${verb ?? kind}`,
  blocks: { kinds: ['nachricht', 'schritt', 'notiz', 'wort'], files: upTo5, fields: { photos }, of: ({ blocks }) => blocks },
  facts: ({ report }, locale) => ({
    it: report.case,
    own: { art: report.category.name[locale], ort: report.place.label, stand: textIn(locale, `report.state.${report.state}`) },
  }),
})

export const caseRoutes = [
  get(`${PATH}/:number`, {
    may: 'report.see',
    audience: 'staff',
    summary: 'One report with everything the staff knows of it',
    params: OneCase,
    query: Query,
    show: async (ctx, { params, query }) => {
      const sheet = await caseSheet(ctx, params.number, query.liste)
      const open = query.schritt && stepForms[query.schritt] ? query.schritt : undefined
      return sheet && <CasePage sheet={sheet} open={open} />
    },
  }),

  act('schritt', { may: 'report.see', form: StepInput.omit({ number: true }).extend(commonFields), files: upTo5, run: takeStep }),

  insertBlock,

  act('zuteilung', {
    may: 'report.work',
    form: z.object({ ...commonFields, personId: z.uuid().optional() }),
    run: (ctx, input) => assignTo(ctx, { ...input, personId: input.personId }),
  }),

  act('dringlichkeit', {
    may: 'report.work',
    form: z.object({ ...commonFields, priority: z.enum(['2', '1', '0', '-1']).transform((value) => Number(value) as Priority) }),
    run: setPriority,
  }),

  post(`${PATH}/:number/gesehen`, {
    may: 'report.work',
    audience: 'staff',
    params: OneCase,
    form: z.object({ liste: z.string().max(2000).default('') }),
    run: lookAt,
    done: ({ number }, _, input) => ({ to: casePage(PATH, number, input.liste), flash: { kind: 'success', text: 'escalation.looked' } }),
    again: async (ctx, form, { number }) => {
      const sheet = await caseSheet(ctx, number, String(form.input.liste ?? ''))
      return sheet && <CasePage sheet={sheet} refusal={form.refusal} />
    },
  }),

  act('notiz', { may: 'report.work', form: z.object({ ...commonFields, text }), run: addNote }),
  act('wort', { may: 'report.work', form: z.object({ ...commonFields, text, photos }), files: upTo5, run: sayInPublic }),
  act('nachricht', {
    may: 'report.work',
    form: z.object({ ...commonFields, text, to: z.string().max(20).optional() }),
    run: writeToParties,
  }),

  act('veroeffentlichung', { may: 'report.moderate', form: z.object({ ...commonFields, publicText: text, photos }), run: publishReport }),
  act('ausblenden', { may: 'report.moderate', form: z.object({ ...commonFields, reason: ModerationReason, text }), run: hideReport }),
  act('wortlaut', {
    may: 'report.moderate',
    form: z.object({ ...commonFields, publicText: text, reason: ModerationReason.default('personalData') }),
    run: rewordReport,
  }),

  act('art', { may: 'report.see', form: z.object({ ...commonFields, category: z.string().min(1).max(60) }), run: recategorise }),
  act('ort', { may: 'report.see', form: z.object({ ...commonFields, ...placeFields }), run: move }),
]

/** The place may not be understood; that is said before anything else. */
async function move(
  ctx: Ctx,
  input: Parameters<typeof resolvePlace>[1] & { number: string; version?: number | undefined },
): Promise<Result<Worked>> {
  const place = await resolvePlace(ctx, input)
  return place.ok ? await moveReport(ctx, { number: input.number, version: input.version, place: place.value }) : place
}
