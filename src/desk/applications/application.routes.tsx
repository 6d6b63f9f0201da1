import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import {
  AskOpinionInput,
  addNote,
  askOpinion,
  assignApplication,
  giveOpinion,
  handOnApplication,
  OpinionInput,
  StepInput,
  takeStep,
  writeToApplicant,
} from '#services/applications/index.ts'
import { caseForms, casePage, commonFields, OneCase, wordsInput } from '../case/index.ts'
import { type ApplicationSheet, applicationSheet } from './application.read.ts'
import { ApplicationPage } from './application.view.tsx'
import type { FormKind } from './attempt.ts'
import { PATH } from './list-query.rules.ts'

const ONE = `${PATH}/:number`
const Query = z.object({
  liste: z.string().max(2000).default('').catch(''),
  /** The step whose form is open. */
  schritt: z.string().max(40).optional().catch(undefined),
})

const text = wordsInput

export const pathOf = (number: string, liste: string) => casePage(PATH, number, liste)

const { act, insertBlock } = caseForms<FormKind, ApplicationSheet>({
  path: PATH,
  work: 'application.work',
  sheetOf: applicationSheet,
  page: (sheet, attempt) => <ApplicationPage sheet={sheet} attempt={attempt} />,
  which: ({ step, key }) => [step, key].find((one) => typeof one === 'string'),
  did: (kind) => `deskApplications.did.${kind}`,
  blocks: { kinds: ['nachricht', 'schritt', 'notiz'], of: ({ blocks }) => blocks },
  facts: ({ application: { case: it, service, stateWords } }, locale) => ({
    it,
    own: { art: service[locale] || service.de, ort: it.placeLabel, stand: stateWords[locale] || stateWords.de },
  }),
})

export const applicationRoutes = [
  get(ONE, {
    may: 'application.see',
    audience: 'staff',
    summary: 'One application with everything the staff knows of it',
    params: OneCase,
    query: Query,
    show: async (ctx, { params, query }) => {
      const sheet = await applicationSheet(ctx, params.number, query.liste)
      return sheet && <ApplicationPage sheet={sheet} open={query.schritt} />
    },
  }),
  act('schritt', { may: 'application.work', form: StepInput.omit({ number: true }).extend(commonFields), run: takeStep }),
  insertBlock,
  act('stellungnahme', { may: 'application.work', form: OpinionInput.omit({ number: true }).extend(commonFields), run: giveOpinion }),
  act('anfrage', { may: 'application.work', form: AskOpinionInput.omit({ number: true }).extend(commonFields), run: askOpinion }),
  act('zuteilung', {
    may: 'application.work',
    form: z.object({ ...commonFields, personId: z.uuid().optional() }),
    run: assignApplication,
  }),
  act('abgabe', {
    may: 'application.work',
    form: z.object({ ...commonFields, unitId: z.uuid().optional(), text }),
    run: async (ctx, input) => handOnApplication(ctx, input),
  }),
  act('notiz', { may: 'application.work', form: z.object({ ...commonFields, text }), run: addNote }),
  act('nachricht', { may: 'application.work', form: z.object({ ...commonFields, text }), run: writeToApplicant }),
]
