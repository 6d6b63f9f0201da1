import { z } from 'zod'
import { json, Reply } from '#platform/http/reply.ts'
import { type FileFields, get, post } from '#platform/http/route.ts'
import { readNumber } from '#services/cases/index.ts'
import { type ReportVerb, reportProcess, StepInput } from '#services/reports/index.ts'
import { takeAlong } from './along.read.ts'
import { OutsideCardPage } from './card.view.tsx'
import { outsideSheet, WayQuery, wayOf, wayText } from './outside.read.ts'
import { leaves } from './outside.rules.ts'
import { noteOutside, stepOutside } from './outside.verbs.ts'
import { OutsidePage } from './outside.view.tsx'
import { cardPath, OUTSIDE } from './paths.ts'

const Params = z.object({ number: z.string().max(20) })
const upTo5: FileFields = { photos: { max: 5, kinds: ['image'] } }
const verbs = Object.keys(reportProcess.steps) as [ReportVerb, ...ReportVerb[]]

/** Forms of the page know the version they were made from and the way; what a device kept knows its own key instead. */
const common = {
  way: z.string().max(1000).default(''),
  next: z.string().max(20).default(''),
  key: z.uuid().optional(),
}
const Step = StepInput.omit({ number: true }).extend(common)
const Note = z.object({ ...common, text: z.string().trim().max(4000).default(''), photos: z.array(z.uuid()).max(5).default([]) })

const wayIn = (text: unknown): WayQuery => WayQuery.parse(Object.fromEntries(new URLSearchParams(typeof text === 'string' ? text : '')))

/** A report on the way, or without one its list. All is read and written anew: nothing else gets into an address. */
const onTheWay = (number: string, way: string): string => cardPath(readNumber(number), wayText(wayIn(way)))

export const outsideRoutes = [
  get(OUTSIDE, {
    may: 'report.work',
    audience: 'staff',
    summary: 'Open reports on the way: near, in the order of a tour, by due day or street',
    query: WayQuery,
    show: async (ctx, { query }) => <OutsidePage way={await wayOf(ctx, query)} />,
  }),

  get(`${OUTSIDE}/mitnehmen.json`, {
    may: 'report.work',
    audience: 'staff',
    summary: 'What is needed of a tour without network, to be kept on the device',
    query: WayQuery,
    limit: [{ points: 30, seconds: 600, per: 'account' }],
    show: async (ctx, { query }) => {
      const reply = json(await takeAlong(ctx, query))
      return new Reply(reply.body, 200, { ...reply.headers, 'cache-control': 'no-store' })
    },
  }),

  get(`${OUTSIDE}/:number`, {
    may: 'report.work',
    audience: 'staff',
    summary: 'One report as it is needed on the spot',
    params: Params,
    query: WayQuery,
    show: async (ctx, { params, query }) => {
      const sheet = await outsideSheet(ctx, params.number, query)
      return sheet && <OutsideCardPage sheet={sheet} />
    },
  }),

  post(`${OUTSIDE}/:number/schritt`, {
    may: 'report.work',
    audience: 'staff',
    summary: 'Take a step on the spot; `key` counts it once however often it is sent',
    params: Params,
    form: Step,
    files: upTo5,
    run: (ctx, { way: _, next: __, ...input }) => stepOutside(ctx, input),
    done: ({ number }, _, { verb, way, next }) => ({
      to: leaves(verb) ? onTheWay(next, way) : onTheWay(number, way),
      flash: { kind: 'success', text: 'outside.did', params: { number, verb } },
    }),
    json: ({ number, state }) => ({ number, state }),
    again: async (ctx, form, { number }) => {
      const sheet = await outsideSheet(ctx, number, wayIn(form.input.way))
      const verb = verbs.find((one) => one === form.input.verb)
      return sheet && <OutsideCardPage sheet={sheet} attempt={{ form: verb ?? 'note', state: form }} />
    },
  }),

  post(`${OUTSIDE}/:number/notiz`, {
    may: 'report.work',
    audience: 'staff',
    summary: 'Write a note on the spot; `key` counts it once however often it is sent',
    params: Params,
    form: Note,
    files: upTo5,
    run: (ctx, { way: _, next: __, ...input }) => noteOutside(ctx, input),
    done: ({ number }, _, { way }) => ({
      to: onTheWay(number, way),
      flash: { kind: 'success', text: 'outside.noted', params: { number } },
    }),
    json: ({ number, state }) => ({ number, state }),
    again: async (ctx, form, { number }) => {
      const sheet = await outsideSheet(ctx, number, wayIn(form.input.way))
      return sheet && <OutsideCardPage sheet={sheet} attempt={{ form: 'note', state: form }} />
    },
  }),
]
