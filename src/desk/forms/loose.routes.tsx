import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { RollBack } from '#platform/db/transaction.ts'
import { AppError } from '#platform/errors.ts'
import { readForm } from '#platform/http/body.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, blank, get, post, streamed } from '#platform/http/route.ts'
import { refuse } from '#platform/result.ts'
import { beginForm, importForm, listedForms, looseForm } from '#services/builder/index.ts'
import { deskServices } from '#services/catalogue/index.ts'
import { faultWords, importXdf, noteWords } from '#standards/fim/index.ts'
import { common } from './forms.routes.tsx'
import { FormsPage, LooseFormPage } from './loose.view.tsx'
import { FORMS, formPath } from './paths.ts'

const MOST_BYTES = 10 * 1024 * 1024
const At = z.object({ key: z.string().max(60) })
/** Where in an uploaded file something is wrong. */
const Fault = z.object({
  fehler: z.string().max(300).optional(),
  zeile: z.coerce.number().int().min(0).optional().catch(undefined),
  spalte: z.coerce.number().int().min(0).optional().catch(undefined),
})

export const looseRoutes = [
  get(FORMS, {
    ...common,
    summary: 'The forms of the town, and those that came in as files',
    query: Fault,
    show: async (ctx, { query }) => (
      <FormsPage
        forms={await listedForms(ctx)}
        fault={query.fehler ? { text: query.fehler, line: query.zeile, column: query.spalte } : undefined}
      />
    ),
  }),
  streamed('POST', `${FORMS}/xdatenfelder`, {
    ...common,
    summary: 'A file of data fields as the draft of a form',
    handle: async (open, { request }) => {
      const file = await fileOf(request)
      const read = importXdf(file)
      const to = await open(async (ctx) => {
        if (!read.ok) return faultPath(faultWords(read.fault, ctx.locale), read.fault.line, read.fault.column)
        // What could not be taken waits with the rules, until somebody has looked at it.
        const open = read.notes.map((note) => ({
          ref: note.ref.slice(0, 60),
          place: note.name.slice(0, 200),
          text: noteWords(note, ctx.locale),
        }))
        const made = await importForm(ctx, { ...read.form, openRules: [...open, ...read.form.openRules].slice(0, 500) })
        if (!made.ok) throw new RollBack(FORMS)
        return `${FORMS}/${made.value.key}`
      })
      return redirect(to)
    },
  }),
  get(`${FORMS}/:key`, {
    ...common,
    summary: 'A form that came in, to give it to a service',
    params: At,
    show: (ctx, { params }) => loosePage(ctx, params.key, blank),
  }),
  post(`${FORMS}/:key/dienst`, {
    ...common,
    params: At,
    form: z.object({ serviceId: z.uuid() }),
    run: async (ctx, { key, serviceId }) => {
      const found = await looseForm(ctx, key)
      return found ? await beginForm(ctx, { id: serviceId, from: found.form }) : refuse('unknown')
    },
    done: (_, __, { serviceId }) => ({ to: formPath(serviceId), flash: { kind: 'success', text: 'builder.begun' } }),
    again: (ctx, form, { key }) => loosePage(ctx, key, form),
  }),
]

const faultPath = (text: string, line: number, column: number): string =>
  `${FORMS}?fehler=${encodeURIComponent(text.slice(0, 250))}&zeile=${line}&spalte=${column}`

/** The one file of the form, in memory: it is read as a whole. */
async function fileOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  await readForm(request, 64 * 1024, { datei: { max: 1, kinds: [] } }, async ({ stream }) => {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > MOST_BYTES) throw new AppError('tooLarge')
      chunks.push(chunk)
    }
  })
  return new Uint8Array(Buffer.concat(chunks))
}

async function loosePage(ctx: Ctx, key: string, form: Again) {
  const found = await looseForm(ctx, key)
  const forms = found ? await listedForms(ctx) : []
  const taken = new Set(forms.flatMap(({ serviceId }) => serviceId ?? []))
  const services = found ? await deskServices(ctx, '2000-01-01', {}, 500) : []
  return found && <LooseFormPage found={found} services={services.filter(({ id }) => !taken.has(id))} form={form} />
}
