import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { Reply } from '#platform/http/reply.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import type { Result } from '#platform/result.ts'
import { handOverLetter, LetterInput, letterSheet, rewriteLetter, writeLetter } from '#services/applications/index.ts'
import { draftPdf, redateLetter, signLetter, withdrawLetter } from '#services/letters/index.ts'
import { applicationSheet } from './application.read.ts'
import { pathOf } from './application.routes.tsx'
import { ApplicationPage } from './application.view.tsx'
import { LetterPage } from './letter-form.view.tsx'
import { PATH } from './list-query.rules.ts'

const common = { audience: 'staff' } as const
const ALL = `${PATH}/:number/briefe`
const ONE = `${ALL}/:id{[0-9a-f-]{36}}`
const At = z.object({ number: z.string().max(20) })
const AtLetter = z.object({ number: z.string().max(20), id: z.uuid() })
const template = z.string().max(60)
const version = z.coerce.number().int().positive().optional()
const localeOf = (value: unknown) => (value === 'de' || value === 'en' ? value : undefined)

const done = (number: string, liste: string, text: string) => ({
  to: `${pathOf(number, liste)}#briefe`,
  flash: { kind: 'success' as const, text: `deskApplications.letter.did.${text}` },
})

type Doing = (ctx: Ctx, input: { number: string; id: string; version?: number | undefined }) => Promise<Result<unknown>>

/** A small step on a letter that is one button; refused it says why at its letter. */
const step = (name: string, run: Doing) =>
  post(`${ONE}/${name}`, {
    ...common,
    may: 'application.work',
    params: AtLetter,
    form: z.object({ version, liste: z.string().max(2000).default('') }),
    run: (ctx, input) => run(ctx, input),
    done: (_, __, { number, liste }) => done(number, liste, name),
    again: async (ctx, form, { number, id }) => {
      const sheet = await applicationSheet(ctx, number, String(form.input.liste ?? ''))
      return sheet && <ApplicationPage sheet={sheet} letterAttempt={{ id, state: { ...form, input: {} } }} />
    },
  })

const written = async (ctx: Ctx, number: string, of: { key?: string; id?: string }, form: Again) => {
  const sheet = await letterSheet(ctx, number, { ...of, locale: localeOf(form.input.locale) })
  return sheet && <LetterPage sheet={sheet} state={form} />
}

export const letterRoutes = [
  get(`${ALL}/neu`, {
    ...common,
    may: 'application.work',
    summary: 'Writes a letter about an application',
    params: At,
    query: z.object({ vorlage: template.default('').catch('') }),
    show: async (ctx, { params, query }) => {
      const sheet = await letterSheet(ctx, params.number, { key: query.vorlage })
      return sheet && <LetterPage sheet={sheet} />
    },
  }),
  post(`${ALL}/neu/:template`, {
    ...common,
    may: 'application.work',
    params: At.extend({ template }),
    form: LetterInput,
    run: writeLetter,
    done: (_, __, { number }) => done(number, '', 'geschrieben'),
    again: (ctx, form, { number, template: key }) => written(ctx, number, { key }, form),
  }),
  get(ONE, {
    ...common,
    may: 'application.work',
    summary: 'Changes the draft of a letter',
    params: AtLetter,
    show: async (ctx, { params }) => {
      const sheet = await letterSheet(ctx, params.number, { id: params.id })
      return sheet?.letter?.state === 'draft' ? <LetterPage sheet={sheet} /> : undefined
    },
  }),
  post(ONE, {
    ...common,
    may: 'application.work',
    params: AtLetter,
    form: LetterInput.extend({ version }),
    run: rewriteLetter,
    done: (_, __, { number }) => done(number, '', 'geschrieben'),
    again: (ctx, form, { number, id }) => written(ctx, number, { id }, form),
  }),
  get(`${ONE}/vorschau.pdf`, {
    ...common,
    may: 'application.work',
    summary: 'How a draft of a letter looks',
    params: AtLetter,
    limit: [{ points: 300, seconds: 600, per: 'account' }],
    show: async (ctx, { params }) => {
      const sheet = await letterSheet(ctx, params.number, { id: params.id })
      const made = sheet?.letter && (await draftPdf(ctx, sheet.letter))
      if (!sheet || !made) return undefined
      if (!made.ok) return <LetterPage sheet={sheet} state={{ input: {}, errors: {}, refusal: made.refusal }} />
      const name = `inline; filename="${sheet.it.number}.pdf"`
      return async () => new Reply(await made.value(), 200, { 'content-type': 'application/pdf', 'content-disposition': name })
    },
  }),
  step('unterschrift', (ctx, { id, version: of }) => signLetter(ctx, { id, version: of })),
  step('datum', (ctx, { id, version: of }) => redateLetter(ctx, { id, version: of })),
  step('uebergabe', handOverLetter),
  step('ruecknahme', (ctx, { id, version: of }) => withdrawLetter(ctx, { id, version: of })),
]
