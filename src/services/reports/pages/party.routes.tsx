import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import { caseByNumber, type Party, partyFromCookie } from '../../cases/index.ts'
import { leaveReport } from '../join.verbs.ts'
import { answerQuestion, withdrawReport, writeToTown } from '../party.verbs.ts'
import { keptPhotos } from './kept-photos.ts'
import { MARK } from './mark-cookie.ts'
import { NumberAt } from './number-at.ts'
import { AnswerAgainPage, StepAgainPage } from './party-again.view.tsx'

type Request = { headers: Headers; cookie: (name: string) => string | undefined }
type Numbered = { number: string }

/** Does something as the party that the cookie, or the account, stands for; `mark` is the browser's. */
const asParty =
  <I, R extends string>(verb: (ctx: Ctx, party: Party, input: I, mark: string | undefined) => Promise<Result<Numbered, R>>) =>
  async (ctx: Ctx, input: I & Numbered, { headers, cookie }: Request): Promise<Result<Numbered, R | 'accessEnded'>> => {
    const found = await caseByNumber(ctx, input.number)
    const party = found && (await partyFromCookie(ctx, found, headers))
    return party ? await verb(ctx, party, input, cookie(MARK)) : refuse('accessEnded')
  }

const steps = {
  answerQuestion: asParty(answerQuestion),
  writeToTown: asParty((ctx, party, input: z.output<typeof Words>, mark) => writeToTown(ctx, party, { ...input, mark })),
  withdrawReport: asParty(withdrawReport),
  leaveReport: asParty(leaveReport),
}

const Words = z.object({ text: z.string().trim().max(4000).default(''), photos: z.array(z.uuid()).max(5).default([]) })
const files = { photos: { max: 5, kinds: ['image'] as const } }
const limit = [{ points: 30, seconds: 600, per: 'network' as const }]
const common = { may: 'everyone', audience: 'public' as const, params: NumberAt, limit }

export const partyRoutes = [
  post('/status/:number/antwort', {
    ...common,
    summary: 'Answer the question of the town',
    form: Words,
    files,
    run: steps.answerQuestion,
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'party.answered' } }),
    again: async (ctx, form, { number }) => (
      <AnswerAgainPage number={number} to="antwort" form={form} kept={await keptPhotos(ctx, form.input.photos)} />
    ),
  }),

  post('/status/:number/nachricht', {
    ...common,
    summary: 'Write to the town about a case',
    form: Words,
    files,
    run: steps.writeToTown,
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'party.written' } }),
    again: async (ctx, form, { number }) => (
      <AnswerAgainPage number={number} to="nachricht" form={form} kept={await keptPhotos(ctx, form.input.photos)} />
    ),
  }),

  post('/status/:number/zurueckziehen', {
    ...common,
    summary: 'Take a report back',
    form: z.object({}),
    run: steps.withdrawReport,
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'party.withdrawn' } }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  post('/status/:number/verlassen', {
    ...common,
    summary: 'Take support or subscription back',
    form: z.object({}),
    run: steps.leaveReport,
    done: ({ number }) => ({ to: `/meldungen/${number}`, flash: { kind: 'success', text: 'party.left' } }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),
]
