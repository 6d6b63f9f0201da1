import { z } from 'zod'
import { attach, keptUploads } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import { t } from '#platform/text.ts'
import { caseByNumber, type Party, partyFromCookie } from '../../cases/index.ts'
import { applicantName } from '../applicant.rules.ts'
import { NumberAt } from '../number-at.ts'
import { startObjection } from '../objection/objection.verbs.ts'
import { draftCookie } from '../pages/draft-cookie.ts'
import { draftPath, pagePath } from '../pages/paths.ts'
import { sentFor } from '../pages/sent-cookie.ts'
import { answerOffice, insistOnAnswer, thankOffice, withdrawApplication } from '../party.verbs.ts'
import { writeToOffice } from '../word.verbs.ts'
import { applicantAt } from './applicant-at.ts'
import { partyApplication } from './application.read.ts'
import { changeApplication } from './change.verbs.ts'
import { receiptReply } from './receipt.ts'
import { StepAgainPage, WordsAgainPage } from './words.view.tsx'

const Words = z.object({ text: z.string().trim().max(4000).default(''), files: z.array(z.uuid()).max(5).default([]) })
type Words = z.output<typeof Words>
const Ids = z.array(z.uuid()).max(5).catch([])

type Say = (ctx: Ctx, party: Party, input: { text: string }) => Promise<Result<{ number: string }>>

/** With what was said come its documents, which become the case's. */
async function sayWithFiles(ctx: Ctx, say: Say, party: Party | undefined, { text, files }: Words): Promise<Result<{ number: string }>> {
  if (!party) return refuse('accessEnded')
  const said = await say(ctx, party, { text })
  if (!said.ok) return said
  const attached = await attach(ctx, files, { type: 'case', id: party.caseId, audience: 'parties' })
  return attached.ok ? said : attached
}

const limit = [{ points: 30, seconds: 600, per: 'network' as const }]
const common = { may: 'everyone', audience: 'public' as const, params: NumberAt, limit }
const files = { files: { max: 5, kinds: ['image', 'pdf'] as const } }

const wordsRoute = (to: 'antwort' | 'nachricht' | 'nachfrage', summary: string, say: Say) =>
  post(`/antraege/:number/${to}`, {
    ...common,
    summary,
    form: Words,
    files,
    run: async (ctx, { number, ...said }, { headers }) => sayWithFiles(ctx, say, await applicantAt(ctx, number, headers), said),
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: `apply.${to}.done` } }),
    again: async (ctx, form, { number }) => (
      <WordsAgainPage number={number} to={to} form={form} kept={await keptUploads(ctx, Ids.parse(form.input.files ?? []))} />
    ),
  })

export const statusRoutes = [
  wordsRoute('antwort', 'Answer what the office asked about an application', answerOffice),
  wordsRoute('nachricht', 'Write to the office about an application', writeToOffice),
  wordsRoute('nachfrage', 'Say that an answer of the office is not enough, and why', insistOnAnswer),

  post('/antraege/:number/danke', {
    ...common,
    summary: 'Say that an answer of the office is enough',
    form: z.object({}),
    run: async (ctx, { number }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await thankOffice(ctx, party) : refuse('accessEnded')
    },
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'apply.danke.done' } }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  post('/antraege/:number/widerspruch', {
    ...common,
    summary: 'Begin an objection to a decision: a form with all that is known of it',
    form: z.object({ letterId: z.uuid() }),
    run: async (ctx, { number, letterId }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await startObjection(ctx, party, { letterId }) : refuse('accessEnded')
    },
    done: ({ id, code, page }, ctx) => ({
      to: page ? pagePath(id, page) : draftPath(id),
      cookies: code ? [draftCookie(ctx, { id, code })] : [],
    }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  post('/antraege/:number/zurueckziehen', {
    ...common,
    summary: 'Take an application back',
    form: z.object({}),
    run: async (ctx, { number }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await withdrawApplication(ctx, party) : refuse('accessEnded')
    },
    done: ({ number }) => ({ to: `/status/${number}`, flash: { kind: 'success', text: 'apply.withdrawn' } }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  post('/antraege/:number/aendern', {
    ...common,
    summary: 'Begin to change an application that nobody has accepted yet',
    form: z.object({}),
    run: async (ctx, { number }, { headers }) => {
      const party = await applicantAt(ctx, number, headers)
      return party ? await changeApplication(ctx, party) : refuse('accessEnded')
    },
    done: ({ id, code }, ctx) => ({ to: draftPath(id), cookies: [draftCookie(ctx, { id, code })] }),
    again: (_, form, { number }) => <StepAgainPage number={number} form={form} />,
  }),

  get('/status/:number/eingang.pdf', {
    may: 'everyone',
    audience: 'public',
    summary: 'Receipt of an application, for who sent it',
    params: NumberAt,
    limit: [{ points: 30, seconds: 60, per: 'network' }],
    show: async (ctx, { params: { number }, headers }) => {
      const it = await caseByNumber(ctx, number)
      const party = it?.kind === 'application' ? await partyFromCookie(ctx, it, headers) : undefined
      const found = it && party && (await partyApplication(ctx, it, party))
      const newest = found?.sent[0]
      if (!found || !newest) return undefined
      return await receiptReply(ctx, {
        it: found.it,
        submission: newest,
        answers: found.answers,
        name: applicantName(newest.answers) ?? party?.name ?? ctx.actor.name ?? t('apply.applicant'),
        code: sentFor(ctx, number, headers)?.code || undefined,
        next: [found.state.hint?.[ctx.locale] ?? ''].filter(Boolean),
      })
    },
  }),
]
