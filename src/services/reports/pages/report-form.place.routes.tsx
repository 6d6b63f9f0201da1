import { z } from 'zod'
import { takenAt } from '#core/files/index.ts'
import { nearestAddress, type PlaceInput, placeCandidates, placeFields, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import type { Draft } from './draft.rules.ts'
import { changeDraft } from './draft.verbs.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { PlacePage } from './report-form.place.view.tsx'
import { DraftAt } from './report-form.what.routes.tsx'

const Place = z.object(placeFields)

async function choosePlace(ctx: Ctx, { draft, ...said }: z.output<typeof Place> & { draft: string }) {
  const place = await resolvePlace(ctx, said)
  return place.ok ? await changeDraft(ctx, draft, { place: place.value }) : place
}

/** The form as it stands: the place chosen before, else the one where the photo was taken. */
async function placeOf(ctx: Ctx, { place, photos }: Draft): Promise<{ input: PlaceInput; fromPhoto?: string }> {
  if (place)
    return {
      input: {
        placeText: place.label,
        placeAsked: place.label,
        placeLat: place.lat,
        placeLon: place.lon,
        placeWay: place.way,
        placeNote: place.note ?? '',
        ...(place.accuracyM === undefined ? {} : { placeAccuracy: place.accuracyM }),
        ...(place.assetId ? { placeId: `asset:${place.assetId}` } : {}),
      },
    }
  const taken = await takenAt(ctx, photos)
  const found = taken && (await resolvePlace(ctx, { placeLat: taken.lat, placeLon: taken.lon, placeWay: 'photo' }))
  if (!taken || !found?.ok) return { input: {} }
  const label = (await nearestAddress(ctx, taken))?.label ?? found.value.label
  return {
    input: { placeText: label, placeAsked: label, placeLat: taken.lat, placeLon: taken.lon, placeWay: 'photo' },
    fromPhoto: label,
  }
}

export const placeRoutes = [
  get('/meldungen/neu/:draft/ort', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, async ({ draft }) => {
        const { input, fromPhoto } = await placeOf(ctx, draft)
        return <PlacePage draftId={params.draft} form={{ input, errors: {} }} fromPhoto={fromPhoto} />
      }),
  }),

  post('/meldungen/neu/:draft/ort', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: Place,
    limit: [{ points: 120, seconds: 600, per: 'network' }],
    run: choosePlace,
    done: ({ next }) => next,
    again: (ctx, form, { draft }) =>
      againWithDraft(ctx, draft, async () => {
        const asked = Place.safeParse(form.input)
        const candidates = form.refusal?.code === 'placeAmbiguous' && asked.success ? await placeCandidates(ctx, asked.data) : []
        return <PlacePage draftId={draft} form={form} candidates={candidates} />
      }),
  }),
]
