import { z } from 'zod'
import { type Asset, assetKinds, assetsByNumbers, assetsOf, districtsOf } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get } from '#platform/http/route.ts'
import { MOST_LABELS, PER_SHEET, readNumbers } from './labels.rules.ts'
import { LabelsPage, PATH } from './labels.view.tsx'

const Query = z.object({
  art: z.enum(assetKinds).optional().catch(undefined),
  stadtteil: z.uuid().optional().catch(undefined),
  nummern: z.string().max(6000).default('').catch(''),
  ab: z.coerce.number().int().min(1).max(PER_SHEET).default(1).catch(1),
  nach: z.string().max(60).optional().catch(undefined),
})
type Choice = z.output<typeof Query>

type Found = { assets: Asset[]; unknown: string[]; tooMany: number; next: string | undefined }
const nothing: Found = { assets: [], unknown: [], tooMany: 0, next: undefined }

async function chosen(ctx: Ctx, { art, stadtteil, nummern, nach }: Choice): Promise<Found> {
  const numbers = readNumbers(nummern)
  if (numbers.length > 0) {
    const found = await assetsByNumbers(ctx, numbers.slice(0, MOST_LABELS))
    return { ...nothing, ...found, tooMany: Math.max(0, numbers.length - MOST_LABELS) }
  }
  if (!art && !stadtteil) return nothing
  const found = await assetsOf(ctx, { kind: art, districtId: stadtteil, after: nach }, MOST_LABELS + 1)
  const assets = found.slice(0, MOST_LABELS)
  return { ...nothing, assets, next: found.length > MOST_LABELS ? assets.at(-1)?.number : undefined }
}

export const labelRoutes = [
  get(PATH, {
    may: 'report.see',
    audience: 'staff',
    summary: 'Labels with QR codes for things, to print',
    query: Query,
    show: async (ctx, { query }) => (
      <LabelsPage {...(await chosen(ctx, query))} choice={query} districts={await districtsOf(ctx)} origin={ctx.town.origin} />
    ),
  }),
]
