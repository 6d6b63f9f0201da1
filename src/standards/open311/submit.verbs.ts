import { resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Refusal } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { type Category, categories, type Sent, sendReport } from '#services/reports/index.ts'
import type { Value } from './answer.rules.ts'
import type { CallError } from './error.rules.ts'
import { cut, MOST_PHOTOS, type Posted } from './post.rules.ts'
import { offered, typeOf } from './service.rules.ts'
import { tokenFor } from './token.ts'

/** A report by a program, through the same verb as the form of the town. Answers what the program is told. */
export async function submit(
  ctx: Ctx,
  posted: Posted,
  { photos, clientKey }: { photos: readonly string[]; clientKey: string | undefined },
): Promise<{ value: Value } | { errors: CallError[] }> {
  const all = await categories(ctx)
  const category = offered(all).find(({ code }) => code === posted.service)
  if (!category) return { errors: [refusedService(all, posted.service)] }
  const place = await resolvePlace(ctx, placeOf(posted))
  if (!place.ok) return { errors: [placeError(place.refusal)] }
  const sent = await sendReport(ctx, {
    category: category.code,
    place: place.value,
    // The standard lets the kind of damage speak for itself.
    text: posted.description || (photos.length > 0 ? '' : category.name[ctx.town.locales[0] ?? 'de']),
    answers: answersTo(category, posted.attributes),
    extra: beside(category, posted.attributes),
    photos: [...photos],
    name: posted.name,
    email: posted.email,
    phone: posted.phone,
    clientKey,
    channel: 'open311',
  })
  return sent.ok ? { value: [receiptOf(ctx, category, sent.value, posted)] } : { errors: [sendError(sent.refusal)] }
}

const refusedService = (all: readonly Category[], code: string): CallError => {
  const emergency = all.find((category) => category.code === code)?.danger
  return emergency ? { name: 'emergency', facts: { emergency } } : { name: 'service' }
}

/** Coordinates count where they are given; what was written beside them stays with the place. */
const placeOf = ({ point, address, addressId }: Posted) =>
  point
    ? { placeLat: point.lat, placeLon: point.lon, placeWay: 'device' as const, ...(address ? { placeNote: address } : {}) }
    : {
        ...(addressId ? { placeId: addressId } : {}),
        ...(address ? { placeText: address, ...(addressId ? { placeAsked: address } : {}) } : {}),
      }

/** Only to questions of this kind of damage; several values where several may be chosen. */
const answersTo = ({ questions }: Category, given: Posted['attributes']) =>
  Object.fromEntries(
    questions.flatMap(({ code, kind }) => {
      const values = given.get(code)
      if (!values) return []
      return [[code, kind === 'multichoice' ? values.map((value) => cut(value, 60)) : values.length === 1 ? values[0]! : [...values]]]
    }),
  )

const MOST_BESIDE = 30

/** What no question asks for stays with the report, for the staff's eyes. */
const beside = ({ questions }: Category, given: Posted['attributes']): Record<string, string> => {
  const asked = new Set(questions.map(({ code }) => code))
  const others = [...given].filter(([code]) => !asked.has(code) && !['__proto__', 'constructor', 'prototype'].includes(code))
  return Object.fromEntries(others.slice(0, MOST_BESIDE).map(([code, values]) => [code, cut(values.join('; '), 1000)]))
}

function receiptOf(ctx: Ctx, category: Category, { caseId, number, published, state }: Sent, { media }: Posted): Value {
  const next = state === 'unconfirmed' ? 'draft' : published ? 'received' : 'unpublished'
  const say = (key: string) => textIn(ctx.locale, `open311.${key}`)
  const service_notice = [say(`next.${next}`), ...(media ? [say('notice.media')] : [])].join(' ')
  const named = typeOf(category) === 'batch' ? { token: tokenFor(ctx, caseId) } : { service_request_id: number }
  return { ...named, service_notice, account_id: null }
}

function placeError({ code, facts }: Refusal): CallError {
  if (code === 'placeOutside') return { name: 'outside', facts }
  return code === 'placeAmbiguous' ? { name: 'locationAmbiguous', facts } : { name: 'locationMissing' }
}

function sendError({ code, field = '', facts }: Refusal): CallError {
  const named = { field: field.replace(/^answers\./, '') }
  switch (code) {
    case 'danger':
      return { name: 'emergency', facts }
    case 'answerMissing':
      return { name: 'attributeMissing', facts: named }
    case 'answerInvalid':
      return { name: 'attributeInvalid', facts: named }
    case 'contactMissing':
      return { name: 'contactMissing' }
    case 'senderBlocked':
    case 'addressBlocked':
      return { name: 'blocked' }
    case 'fileGone':
    case 'tooManyFiles':
      return { name: 'photos', facts: { most: MOST_PHOTOS } }
    case 'categoryUnknown':
      return { name: 'service' }
    default:
      throw new Error(`open311 has no word for ${code}`)
  }
}
