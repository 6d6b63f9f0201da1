import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { textBlocks, workingUnits } from '#services/cases/index.ts'
import { possibleWorkers } from '#services/reports/index.ts'
import { staffUnits } from '../home/index.ts'
import { BulkAsked, BulkDraft, BulkInput, blockStepOf, bulkActions, bulkTable, isSaying, MOST_AT_ONCE, ResultQuery } from './bulk.rules.ts'
import { reachOf, reportsByNumber } from './bulk.sql.ts'
import { workOnMany } from './bulk.verbs.ts'
import { BulkPage, BulkResultPage } from './bulk.view.tsx'
import { wordsFor } from './bulk.words.ts'
import { readResult, writeResult } from './bulk-result.rules.ts'
import { shownAgain, withBlock, wrongIn } from './bulk-text.ts'

const PATH = '/amt/meldungen/sammel'
const common = { may: 'report.work', audience: 'staff' } as const

const draftOf = ({ input }: Again) => BulkDraft.parse({ ...input, n: [input.n ?? []].flat() })

export const bulkRoutes = [
  get(PATH, {
    ...common,
    summary: 'What will happen to the chosen reports',
    query: BulkAsked,
    show: (ctx, { query }) => preview(ctx, query, blank),
  }),

  post(PATH, {
    ...common,
    form: BulkInput,
    run: workOnMany,
    done: (result) => `${PATH}/ergebnis?${writeResult(result)}`,
    again: (ctx, form) => preview(ctx, BulkAsked.parse(draftOf(form)), form),
  }),

  post(`${PATH}/baustein`, {
    ...common,
    form: BulkDraft,
    run: shownAgain,
    done: () => PATH,
    again: async (ctx, form) => {
      const draft = draftOf(form)
      const block = (await textBlocks(ctx)).find(({ id }) => id === draft.baustein)
      return await preview(ctx, BulkAsked.parse(draft), withBlock(draft, block))
    },
  }),

  post(`${PATH}/vorschau`, {
    ...common,
    form: BulkDraft,
    run: shownAgain,
    done: () => PATH,
    again: async (ctx, form) => {
      const draft = draftOf(form)
      const refusal = wrongIn(draft)
      return await preview(ctx, BulkAsked.parse(draft), { input: draft, errors: {}, refusal }, refusal ? undefined : draft)
    },
  }),

  get(`${PATH}/ergebnis`, {
    ...common,
    summary: 'What happened to the chosen reports',
    query: ResultQuery,
    show: async (ctx, { query }) => {
      const result = readResult(query)
      const reports = await reportsByNumber(ctx, [...result.done, ...result.failed.map(({ number }) => number)])
      const said = isSaying(result.was) ? reports.filter(({ number }) => result.done.includes(number)).map(({ id }) => id) : []
      const reach = await reachOf(ctx, said, result.was === 'say')
      return <BulkResultPage result={result} reports={reports} mayReopen={may(ctx, 'report.reopen')} reach={reach} />
    },
  }),
]

type Asked = { was?: (typeof bulkActions)[number] | undefined; n: string[]; liste: string }

async function preview(ctx: Ctx, asked: Asked, form: Again, texts?: { text: string; textEn: string }) {
  const actions = bulkActions.filter((action) => may(ctx, bulkTable[action].may))
  const reports = await reportsByNumber(ctx, asked.n.slice(0, MOST_AT_ONCE))
  const people = asked.was === 'assign' ? await possibleWorkers(ctx) : []
  const units = asked.was === 'route' ? await staffUnits(ctx) : []
  const own = await workingUnits(ctx)
  const notOurs = may(ctx, 'report.route') ? [] : reports.filter(({ unitId }) => !unitId || !own.includes(unitId))
  return (
    <BulkPage
      was={asked.was}
      liste={asked.liste}
      reports={reports}
      left={Math.max(0, asked.n.length - MOST_AT_ONCE)}
      blocks={await blocksOf(ctx, asked, own)}
      words={texts && asked.was ? await wordsFor(ctx, asked.was, reports, texts) : undefined}
      notOurs={new Set(notOurs.map(({ number }) => number))}
      {...{ actions, people, units, form }}
    />
  )
}

/** Texts of the town and of the own units that fit the form; those of one category are for single reports. */
async function blocksOf(ctx: Ctx, { was }: Asked, own: readonly string[]) {
  const step = was && blockStepOf[was]
  if (!step) return []
  return (await textBlocks(ctx)).filter(
    (block) =>
      block.closedAt === undefined &&
      block.categoryId === undefined &&
      (block.unitId === undefined || own.includes(block.unitId)) &&
      (block.step === undefined || block.step === step),
  )
}
