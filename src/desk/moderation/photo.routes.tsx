import { z } from 'zod'
import { type Box, MAX_BOXES } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { redirect } from '#platform/http/reply.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { deskCases } from '#services/cases/index.ts'
import { blackOut, ModerationReason, moderatedPhoto, showPhoto } from '#services/reports/index.ts'
import { PhotoPage } from './photo.view.tsx'

const At = z.object({ number: z.string().max(20), file: z.uuid() })
const may = { may: 'report.moderate', audience: 'staff' as const }
const version = z.coerce.number().int().positive().optional()

/** Fields of one edge of all boxes, by the number of the box: `x[1]`. A comma is as good as a point. */
const edge = z
  .record(
    z.string().regex(/^\d{1,3}$/),
    z
      .string()
      .max(20)
      .transform((text) => Number(text.replace(',', '.'))),
  )
  .default({})
const BoxFields = z.object({ x: edge, y: edge, w: edge, h: edge, reason: ModerationReason.default('personalData'), version })
type BoxFields = z.output<typeof BoxFields>

/** Rows that were left empty are none; a row with a gap is no box. */
export function boxesIn({ x, y, w, h }: Pick<BoxFields, 'x' | 'y' | 'w' | 'h'>): Box[] {
  const rows = [...new Set([x, y, w, h].flatMap((one) => Object.keys(one)))].sort((a, b) => Number(a) - Number(b))
  return rows.slice(0, MAX_BOXES + 1).map((row) => ({ x: x[row] ?? NaN, y: y[row] ?? NaN, w: w[row] ?? NaN, h: h[row] ?? NaN }))
}

async function photoPage(ctx: Ctx, { number, file }: z.output<typeof At>, form: Again | undefined) {
  const photo = await moderatedPhoto(ctx, number, file)
  return photo && <PhotoPage it={photo} form={form} />
}

export const photoRoutes = [
  get('/amt/pruefen', {
    ...may,
    summary: 'The next report that waits for a look before it is public',
    query: z.object({ nach: z.string().max(20).optional().catch(undefined) }),
    show: async (ctx, { query }) => {
      const waiting = (await deskCases(ctx, { kind: 'report', tab: 'unpublished' })).items.filter(({ toCheck }) => toCheck)
      const at = waiting.findIndex(({ number }) => number === query.nach)
      const next = waiting[at + 1] ?? waiting.find(({ number }) => number !== query.nach)
      return redirect(next ? `/amt/meldungen/${next.number}#pruefung` : '/amt/meldungen?ansicht=unpublished')
    },
  }),

  get('/amt/meldungen/:number/fotos/:file', {
    ...may,
    summary: 'One photo of a report: black out parts of it, show or hide it',
    params: At,
    show: (ctx, { params }) => photoPage(ctx, params, undefined),
  }),

  post('/amt/meldungen/:number/fotos/:file', {
    ...may,
    params: At,
    form: BoxFields,
    run: (ctx, { number, file, reason, version: made, ...edges }) =>
      blackOut(ctx, { number, fileId: file, version: made, reason, boxes: boxesIn(edges) }),
    done: ({ number, fileId }) => ({
      to: `/amt/meldungen/${number}/fotos/${fileId}`,
      flash: { kind: 'success', text: 'blackout.saved' },
    }),
    again: (ctx, form, at) => photoPage(ctx, at, form),
  }),

  post('/amt/meldungen/:number/fotos/:file/sichtbar', {
    ...may,
    params: At,
    form: z.object({ shown: z.enum(['ja', 'nein']), reason: ModerationReason.default('personalData'), version }),
    run: (ctx, { number, file, shown, reason, version: made }) =>
      showPhoto(ctx, { number, fileId: file, version: made, shown: shown === 'ja', reason }),
    done: ({ number }, _, { file, shown }) => ({
      to: `/amt/meldungen/${number}/fotos/${file}`,
      flash: { kind: 'success', text: shown === 'ja' ? 'blackout.shown' : 'blackout.hidden' },
    }),
    again: (ctx, form, at) => photoPage(ctx, at, { ...form, input: {} }),
  }),
]
