import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { RollBack } from '#platform/db/transaction.ts'
import { AppError } from '#platform/errors.ts'
import { textOfRefusal } from '#platform/http/refusal-text.ts'
import { json, Reply } from '#platform/http/reply.ts'
import { get, streamed } from '#platform/http/route.ts'
import type { Locale } from '#platform/text.ts'
import { IMPORT_FORMS, importForm, publishedForm } from '#services/builder/index.ts'
import { jsonSchemaOf } from '#services/forms/index.ts'
import { bytesOf } from './bytes.ts'
import type { Imported } from './draft.rules.ts'
import { importXdf } from './import.ts'
import { faultWords, noteWords } from './words.ts'
import type { XdfFault } from './xdf.rules.ts'

const MOST_BYTES = 10 * 1024 * 1024

/** Forms for programs: a file of data fields in, a form as JSON Schema out. */
export const fimRoutes = [
  streamed('POST', '/api/forms/xdatenfelder', {
    may: 'everyone',
    audience: 'public',
    summary: 'Hand in a file of XDatenfelder 2 or 3 as the draft of a form (needs a key with the scope form.import)',
    limit: [{ points: 60, seconds: 600, per: 'network' }],
    handle: async (open, { request }) => {
      const { locale, allowed, known } = await open(async (ctx) => ({
        locale: ctx.locale,
        known: ctx.actor.kind !== 'anonymous',
        allowed: may(ctx, IMPORT_FORMS),
      }))
      if (!known) throw new AppError('notSignedIn')
      if (!allowed) throw new AppError('forbidden')
      const type = request.headers.get('content-type') ?? ''
      if (!/^(application|text)\/xml\b/i.test(type)) throw new AppError('wrongType')
      const read = importXdf(await bytesOf(request, MOST_BYTES))
      if (!read.ok) return refused(read.fault, locale)
      return await open((ctx) => kept(ctx, read))
    },
  }),
  get('/api/forms/:key/schema.json', {
    may: 'everyone',
    audience: 'public',
    summary: 'What is sent by a published form, as JSON Schema (draft 2020-12)',
    params: z.object({ key: z.string().max(60) }),
    show: async (ctx, { params }) => {
      const found = await publishedForm(ctx, params.key)
      return found && json(jsonSchemaOf(found.form, ctx.locale))
    },
  }),
]

/** Where in the file the fault is, for whoever made it (RFC 9457). */
const refused = (fault: XdfFault, locale: Locale): Reply =>
  problem(422, `xdatenfelder:${fault.code}`, faultWords(fault, locale), { line: fault.line, column: fault.column, element: fault.node })

function problem(status: number, kind: string, title: string, more: Record<string, unknown> = {}): Reply {
  const body = { type: `urn:stadtplatz:problem:${kind}`, title, status, ...more }
  return new Reply(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
}

async function kept(ctx: Ctx, { form, taken, notes }: Imported): Promise<Reply> {
  const made = await importForm(ctx, form)
  if (!made.ok) throw new RollBack(problem(422, made.refusal.code, textOfRefusal(made.refusal, ctx.locale)))
  const path = `/verwaltung/formulare/${made.value.key}`
  const report = notes.map((note) => ({ ...note, text: noteWords(note, ctx.locale) }))
  const body = {
    key: made.value.key,
    address: ctx.town.origin + ctx.town.base + path,
    taken,
    notes: report,
    openRules: form.openRules.length,
  }
  return new Reply(JSON.stringify(body), 201, { 'content-type': 'application/json; charset=utf-8', location: ctx.town.base + path })
}
