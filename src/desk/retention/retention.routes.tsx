import { z } from 'zod'
import { personNames } from '#core/organisations/index.ts'
import { withQuery } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { ok } from '#platform/result.ts'
import {
  caseByNumber,
  changeRule,
  checkOrder,
  countDue,
  deletionRecords,
  HOLD_CASES,
  HoldInput,
  holdCase,
  lastRuns,
  MANAGE_RETENTION,
  openHold,
  openHolds,
  type RetentionDays,
  RuleInput,
  readNumber,
  releaseCase,
  retentionRules,
  retentionSteps,
  SEE_RETENTION,
  seesCase,
  startRun,
} from '#services/cases/index.ts'
import { casePath } from '../home/index.ts'
import { HoldPage } from './hold.view.tsx'
import { recordFile } from './record-file.ts'
import { RecordsPage } from './records.view.tsx'
import { RetentionPage } from './retention.view.tsx'
import { RulePage } from './rule.view.tsx'

const PATH = '/verwaltung/aufbewahrung'
const PER_PAGE = 50
const Which = z.object({ kind: z.string().max(20), result: z.string().max(40) })
const Before = z.object({ vor: z.uuid().optional().catch(undefined) })
const At = z.object({ number: z.string().max(20) })
/** A rule to try: only numbers count, all else is as it is. */
const Try = z.object({
  archiveDays: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  anonymiseDays: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  deleteDays: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  reason: z.string().max(500).optional().catch(undefined),
})

/** The hold of one case, below its page. */
function holdRoutes(path: string) {
  const common = { may: HOLD_CASES, audience: 'staff', params: At } as const
  const one = `${path}/:number/aufbewahrung`
  const done = (text: string) => (it: { number: string }) => ({
    to: `${path}/${it.number}/aufbewahrung`,
    flash: { kind: 'success' as const, text },
  })
  const again = (ctx: Ctx, form: Again, { number }: { number: string }) => holdPage(ctx, path, number, form)
  return [
    get(one, { ...common, show: (ctx, { params: { number } }) => holdPage(ctx, path, number, blank) }),
    post(one, { ...common, form: HoldInput, run: holdCase, done: done('retention.hold.done'), again }),
    post(`${one}/ende`, { ...common, form: z.object({}), run: releaseCase, done: done('retention.hold.lifted'), again }),
  ]
}

export const retentionRoutes = [
  get(PATH, { may: SEE_RETENTION, audience: 'staff', summary: 'How long cases are kept', show: (ctx) => overview(ctx, blank) }),
  post(`${PATH}/lauf`, {
    may: MANAGE_RETENTION,
    audience: 'staff',
    form: z.object({}),
    run: (ctx) => startRun(ctx),
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'retention.page.started' } }),
    again: (ctx, form) => overview(ctx, form),
  }),
  get(`${PATH}/nachweis`, {
    may: SEE_RETENTION,
    audience: 'staff',
    query: Before,
    show: async (ctx, { query: { vor } }) => {
      const records = await deletionRecords(ctx, vor, PER_PAGE + 1)
      return <RecordsPage records={records.slice(0, PER_PAGE)} more={records.length > PER_PAGE} first={!vor} />
    },
  }),
  get(`${PATH}/nachweis.csv`, {
    may: SEE_RETENTION,
    audience: 'staff',
    limit: [{ points: 20, seconds: 60, per: 'account' }],
    show: async (ctx, { open }) => recordFile(ctx, open),
  }),
  get(`${PATH}/:kind/:result`, {
    may: SEE_RETENTION,
    audience: 'staff',
    params: Which,
    query: Try,
    show: (ctx, { params, query }) => rulePage(ctx, params, query, blank),
  }),
  post(`${PATH}/:kind/:result`, {
    may: MANAGE_RETENTION,
    audience: 'staff',
    params: Which,
    form: RuleInput,
    run: changeRule,
    done: () => ({ to: PATH, flash: { kind: 'success', text: 'retention.page.saved' } }),
    again: (ctx, form, params) => rulePage(ctx, params, {}, form),
  }),
  post(`${PATH}/:kind/:result/vorschau`, {
    may: SEE_RETENTION,
    audience: 'staff',
    summary: 'What a rule would do tonight',
    params: Which,
    form: RuleInput,
    run: async (_, draft) => draftIfInOrder(draft),
    done: ({ kind, result, ...draft }) => ({
      to: withQuery(`${PATH}/${kind}/${result}`, Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, String(value)]))),
    }),
    again: (ctx, form, params) => rulePage(ctx, params, {}, form),
  }),
  ...holdRoutes('/amt/meldungen'),
  ...holdRoutes('/amt/antraege'),
]

function draftIfInOrder<T extends RetentionDays>(draft: T) {
  const order = checkOrder(draft)
  return order.ok ? ok(draft) : order
}

async function overview(ctx: Ctx, form: Again) {
  const rules = await retentionRules(ctx)
  const tonight = await Promise.all(retentionSteps.map(async (step) => ({ step, due: await countDue(ctx, rules, step) })))
  const runs = await lastRuns(ctx, 10)
  const holds = await openHolds(ctx, 100)
  const people = [...runs, ...holds].flatMap(({ byPersonId }) => byPersonId ?? [])
  const names = await personNames(ctx, people)
  return (
    <RetentionPage
      rules={rules}
      tonight={tonight}
      runs={runs}
      holds={holds}
      names={names}
      manages={may(ctx, MANAGE_RETENTION)}
      form={form}
    />
  )
}

async function rulePage(ctx: Ctx, { kind, result }: z.output<typeof Which>, tried: z.output<typeof Try>, form: Again) {
  const now = (await retentionRules(ctx)).find((rule) => rule.kind === kind && rule.result === result)
  if (!now) return undefined
  const typed = { ...now, ...Object.fromEntries(Object.entries(tried).filter(([, value]) => value !== undefined)) }
  const tries = Object.values(tried).some((value) => value !== undefined)
  const effect = await Promise.all(
    retentionSteps.map(async (step) => ({ step, before: await countDue(ctx, [now], step), after: await countDue(ctx, [typed], step) })),
  )
  const input = Object.keys(form.input).length > 0 ? form.input : typed
  return <RulePage rule={now} effect={effect} tries={tries} form={{ ...form, input }} manages={may(ctx, MANAGE_RETENTION)} />
}

async function holdPage(ctx: Ctx, path: string, number: string, form: Again) {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!it || casePath(it.number) !== `${path}/${it.number}`) return undefined
  if (it.kind === 'application' && !(await seesCase(ctx, it))) return undefined
  return <HoldPage number={it.number} hold={await openHold(ctx, it.id)} form={form} />
}
