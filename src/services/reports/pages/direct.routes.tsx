import { z } from 'zod'
import { resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import type { Sent } from '../send.rules.ts'
import { AnswerValue } from '../send.rules.ts'
import { sendReport } from '../send.verbs.ts'
import { receiptCookie } from './receipt-cookie.ts'
import { RefusedReportPage } from './refused-report.view.tsx'

/** A whole report in one request, for programs. The place as coordinates or in words; photos are uploaded to `/dateien` before. */
const DirectReport = z.object({
  category: z.string().min(1).max(60),
  text: z.string().trim().max(4000).default(''),
  lat: z.coerce.number().min(-90).max(90).optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  place: z.string().trim().max(200).optional(),
  placeNote: z.string().trim().max(500).optional(),
  answers: z.record(z.string().max(60), AnswerValue).default({}),
  photos: z.array(z.uuid()).max(5).default([]),
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(320).optional(),
  phone: z.string().trim().min(3).max(60).optional(),
  observedAt: z.coerce.date().optional(),
  /** Made by the sender: the same key has one effect, also after the answer was lost. */
  clientKey: z.string().min(8).max(100).optional(),
})
type DirectReport = z.output<typeof DirectReport>

async function sendDirectly(ctx: Ctx, { lat, lon, place: placeText, placeNote, ...report }: DirectReport): Promise<Result<Sent>> {
  const point = lat !== undefined && lon !== undefined ? { placeLat: lat, placeLon: lon, placeWay: 'device' as const } : {}
  const place = await resolvePlace(ctx, { ...(placeText ? { placeText } : {}), ...(placeNote ? { placeNote } : {}), ...point })
  if (!place.ok) return refuse(place.refusal.code, { field: 'place', ...(place.refusal.facts ? { facts: place.refusal.facts } : {}) })
  return await sendReport(ctx, { ...report, place: place.value })
}

export const directRoutes = [
  post('/meldungen', {
    may: 'everyone',
    audience: 'public',
    summary: 'Send a whole report in one request',
    form: DirectReport,
    limit: [
      { points: 20, seconds: 600, per: 'network' },
      { points: 20, seconds: 600, per: 'account' },
    ],
    run: sendDirectly,
    done: (sent, ctx) => ({ to: `/meldungen/gesendet/${sent.number}`, cookies: [receiptCookie(ctx, { kind: 'sent', ...sent })] }),
    // Without the keys: answers are kept for repeats, and the town must not keep what opens a report. The receipt page shows them.
    json: ({ number, published, dueAt }) => ({ number, published, dueAt }),
    again: (_, form) => <RefusedReportPage form={form} />,
  }),
]
