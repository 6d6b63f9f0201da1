import { z } from 'zod'
import { type PlaceHit, placeCandidates, placeFields, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { textOfRefusal } from '#platform/http/refusal-text.ts'
import { fieldName, type Page } from '../../forms/index.ts'

const Input = z.object(placeFields)

export type Places = { answers: Record<string, unknown>; errors: Record<string, string>; candidates: Map<string, PlaceHit[]> }

/** Finds the places of a page in town. What is not found, or fits several, stays as it was typed and is asked again. */
export async function findPlaces(ctx: Ctx, page: Page, sent: Record<string, unknown>): Promise<Places> {
  const places: Places = { answers: { ...sent }, errors: {}, candidates: new Map() }
  for (const { kind, key } of page.items) {
    const typed = kind === 'place' ? (sent[key] as Record<string, string> | undefined) : undefined
    if (!typed) continue
    const asked = Input.safeParse({
      placeText: typed.text,
      placeAsked: typed.asked,
      placeId: typed.id,
      placeLat: typed.lat,
      placeLon: typed.lon,
      placeWay: typed.way,
      placeAccuracy: typed.accuracy,
      placeNote: typed.note,
    }).data
    const found = asked && (asked.placeText || asked.placeLat !== undefined) ? await resolvePlace(ctx, asked) : undefined
    if (found?.ok) {
      const { lat, lon, label, street, houseNumber, note, way } = found.value
      places.answers[key] = { lat, lon, label, way, ...(street && { street }), ...(houseNumber && { houseNumber }), ...(note && { note }) }
    } else {
      places.answers[key] = { text: typed.text ?? '', note: typed.note ?? '' }
      if (!found || !asked) continue
      places.errors[fieldName(`${key}.placeText`)] = textOfRefusal(found.refusal, ctx.locale)
      if (found.refusal.code === 'placeAmbiguous') places.candidates.set(key, await placeCandidates(ctx, asked))
    }
  }
  return places
}
