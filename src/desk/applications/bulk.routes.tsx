import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { chosenApplications } from '#services/applications/index.ts'
import { reachOf, readResult, shownAgain, withBlock, writeResult, wrongIn } from '../worklist/index.ts'
import { bulkSheet, wordsFor } from './bulk.read.ts'
import { BulkDraft, BulkInput, ResultQuery } from './bulk.rules.ts'
import { workOnMany } from './bulk.verbs.ts'
import { BULK, BulkPage, BulkResultPage } from './bulk.view.tsx'

const common = { may: 'application.work', audience: 'staff' } as const

const draftOf = ({ input }: Again) => BulkDraft.parse({ ...input, n: [input.n ?? []].flat() })

const page = async (ctx: Ctx, draft: BulkDraft, form: Again) => <BulkPage sheet={await bulkSheet(ctx, draft)} form={form} />

export const bulkRoutes = [
  get(BULK, {
    ...common,
    summary: 'What will happen to the chosen applications',
    query: BulkDraft,
    show: (ctx, { query }) => page(ctx, query, blank),
  }),

  post(BULK, {
    ...common,
    form: BulkInput,
    run: workOnMany,
    done: (result) => `${BULK}/ergebnis?${writeResult(result)}`,
    again: (ctx, form) => page(ctx, draftOf(form), form),
  }),

  post(`${BULK}/baustein`, {
    ...common,
    form: BulkDraft,
    run: shownAgain,
    done: () => BULK,
    again: async (ctx, form) => {
      const draft = draftOf(form)
      const sheet = await bulkSheet(ctx, draft)
      const block = sheet.blocks.find(({ id }) => id === draft.baustein)
      return <BulkPage sheet={sheet} form={withBlock(draft, block)} />
    },
  }),

  post(`${BULK}/vorschau`, {
    ...common,
    form: BulkDraft,
    run: shownAgain,
    done: () => BULK,
    again: async (ctx, form) => {
      const draft = draftOf(form)
      const sheet = await bulkSheet(ctx, draft)
      const refusal = wrongIn(draft)
      const words = refusal ? undefined : await wordsFor(ctx, sheet.chosen, draft)
      return <BulkPage sheet={sheet} form={{ input: draft, errors: {}, refusal }} words={words} />
    },
  }),

  get(`${BULK}/ergebnis`, {
    ...common,
    summary: 'What happened to the chosen applications',
    query: ResultQuery,
    show: async (ctx, { query }) => {
      const result = readResult(query)
      const chosen = await chosenApplications(ctx, [...result.done, ...result.failed.map(({ number }) => number)])
      const said = result.was === 'write' ? chosen.filter(({ case: it }) => result.done.includes(it.number)) : []
      const reach = await reachOf(
        ctx,
        said.map(({ case: it }) => it.id),
        false,
      )
      return <BulkResultPage result={result} chosen={chosen} reach={reach} />
    },
  }),
]
