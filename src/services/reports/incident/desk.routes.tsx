import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import { type Case, caseByNumber, readNumber } from '../../cases/index.ts'
import { checkWork } from '../../cases/step.verbs.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { nearOf } from '../near.ts'
import { workRights } from '../work.checks.ts'
import { JoinPage } from './bulk.view.tsx'
import { IncidentPage, type IncidentPageProps } from './desk.view.tsx'
import { incidentAtDesk } from './incident.read.ts'
import { MOST_MEMBERS } from './incident.rules.ts'
import { type IncidentRefused, type Joined, mergeReports, splitReports, undoChange } from './incident.verbs.ts'
import { standingOf } from './standing.ts'

const At = z.object({ number: z.string().max(20) })
const numbers = z.array(z.string().max(20)).max(MOST_MEMBERS)
const common = { may: 'report.work', audience: 'staff' as const, params: At }
const pathOf = (number: string) => `/amt/meldungen/${number}/schaden`

async function page(ctx: Ctx, number: string, proposed?: string, again?: IncidentPageProps['again']) {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (it?.kind !== 'report') return undefined
  const work = (await checkWork(ctx, await standingOf(ctx, it), workRights)).ok
  return (
    <IncidentPage
      it={it}
      work={work}
      incident={await incidentAtDesk(ctx, it, work)}
      near={await sameMaybe(ctx, it)}
      proposed={proposed}
      again={again}
    />
  )
}

/** Open reports around it that are not together with it yet. */
async function sameMaybe(ctx: Ctx, it: Case) {
  const category = await categoryBy(ctx, it.typeId)
  return category ? (await nearOf(ctx, it, category)).filter(({ closedAt, incidentId }) => !closedAt && !incidentId) : []
}

const again =
  (of: NonNullable<IncidentPageProps['again']>['of']) =>
  (ctx: Ctx, form: Again, { number }: z.output<typeof At>) =>
    page(ctx, number, undefined, { of, form })

const done = (what: 'merge' | 'split' | 'undo', number: string, { count }: Joined) => ({
  to: pathOf(number),
  flash: { kind: 'success' as const, text: `incident.did.${what}`, params: { count } },
})

type Chosen = { number: string; chosen: string[]; numbers: string }

/** Ticked ones and those that were typed. */
function bring(ctx: Ctx, { number, chosen, numbers: typed }: Chosen): Promise<Result<Joined, IncidentRefused | 'numbersMissing'>> {
  const wanted = [...chosen, ...typed.split(/[\s,;]+/).filter(Boolean)]
  if (wanted.length === 0) return Promise.resolve(refuse('numbersMissing', { field: 'numbers' }))
  return mergeReports(ctx, { into: number, numbers: wanted })
}

const JoinAsked = z.object({ n: numbers.default([]), liste: z.string().max(2000).default('') })

/** What was refused may be what does not fit here either; then nothing is chosen. */
const joinAskedAgain = ({ input }: Again<z.input<typeof JoinAsked>>) =>
  JoinAsked.safeParse({ ...input, n: [input.n ?? []].flat() }).data ?? { n: [], liste: '' }

async function joinPage(ctx: Ctx, { n, liste }: z.output<typeof JoinAsked>, form: Again) {
  const found: Case[] = []
  for (const number of new Set(n)) {
    const it = await caseByNumber(ctx, readNumber(number) ?? '')
    if (it?.kind === 'report') found.push(it)
  }
  // What everybody sees and most people wait for, then what has been known longest.
  const [best] = [...found].sort(
    (a, b) =>
      Number(b.published) - Number(a.published) || b.supportCount - a.supportCount || a.receivedAt.getTime() - b.receivedAt.getTime(),
  )
  return <JoinPage reports={found} liste={liste} form={form} best={best?.number} />
}

export const incidentDeskRoutes = [
  get('/amt/meldungen/:number/schaden', {
    ...common,
    summary: 'The reports that tell of the same damage',
    query: z.object({ gleich: z.string().max(20).optional().catch(undefined) }),
    show: (ctx, { params, query }) => page(ctx, params.number, query.gleich),
  }),
  post('/amt/meldungen/:number/schaden/dazu', {
    ...common,
    summary: 'Other reports of the same damage rest at this one',
    form: z.object({ chosen: numbers.default([]), numbers: z.string().trim().max(400).default('') }),
    run: bring,
    done: (value, _, { number }) => done('merge', number, value),
    again: again('dazu'),
  }),
  post('/amt/meldungen/:number/schaden/anschliessen', {
    ...common,
    summary: 'This report rests at another one of the same damage',
    form: z.object({ into: z.string().trim().min(1).max(20) }),
    run: (ctx, { number, into }) => mergeReports(ctx, { into, numbers: [number] }),
    done: (value, _, { number }) => done('merge', number, value),
    again: again('anschliessen'),
  }),
  post('/amt/meldungen/:number/schaden/trennen', {
    ...common,
    summary: 'Reports go on by themselves again, as they were',
    form: z.object({ numbers: numbers.default([]) }),
    run: splitReports,
    done: (value, _, { number }) => done('split', number, value),
    again: again('trennen'),
  }),
  post('/amt/meldungen/:number/schaden/rueckgaengig', {
    ...common,
    summary: 'Takes the last joining or parting back',
    form: z.object({}),
    run: undoChange,
    done: (value, _, { number }) => done('undo', number, value),
    again: again('rueckgaengig'),
  }),
  get('/amt/verbinden', {
    may: 'report.work',
    audience: 'staff',
    summary: 'Which of the chosen reports goes on for all',
    query: JoinAsked,
    show: (ctx, { query }) => joinPage(ctx, query, blank),
  }),
  post('/amt/verbinden', {
    may: 'report.work',
    audience: 'staff',
    form: JoinAsked.extend({ into: z.string().min(1).max(20) }),
    run: (ctx, { n, into }) => mergeReports(ctx, { into, numbers: n.filter((number) => number !== into) }),
    done: (value) => done('merge', value.number, value),
    again: (ctx, form) => joinPage(ctx, joinAskedAgain(form), form),
  }),
]
