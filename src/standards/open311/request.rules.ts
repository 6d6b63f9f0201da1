import { endOfDay } from '#platform/calendar/day.ts'
import type { Town } from '#platform/context.ts'
import { type Locale, textIn } from '#platform/text.ts'
import type { Category, Exchanged } from '#services/reports/index.ts'
import { dateTime, type Value } from './answer.rules.ts'

export type Told = {
  town: Pick<Town, 'name' | 'origin' | 'base' | 'timeZone'>
  locale: Locale
  categories: ReadonlyMap<string, Category>
}

const isClosed = ({ stage }: Exchanged): boolean => stage === 'done' || stage === 'ended'

/** Words of CitySDK for the stage (domain-citizen-services, section 5). */
const detailed = {
  draft: 'PENDING',
  received: 'PENDING',
  accepted: 'RECEIVED',
  inProgress: 'IN_PROCESS',
  yourTurn: 'IN_PROCESS',
  done: 'PROCESSED',
  ended: 'REJECTED',
} as const satisfies Record<Exchanged['stage'], string>

/** A report as the standard wants it: every field is there, none says who told of it. */
export function requestOf(it: Exchanged, { town, locale, categories }: Told): { [field: string]: Value } {
  const category = categories.get(it.categoryId)
  const changed = isClosed(it) ? (it.closedAt ?? it.updatedAt) : it.updatedAt
  return {
    service_request_id: it.number,
    status: isClosed(it) ? 'closed' : 'open',
    status_notes: it.lastWord?.text ?? null,
    service_name: category?.name[locale] ?? null,
    service_code: category?.code ?? it.categoryId,
    description: it.publicText || null,
    agency_responsible: it.unitName ?? null,
    service_notice: textIn(locale, `open311.next.${it.published ? it.stage : 'unpublished'}`),
    requested_datetime: dateTime(it.receivedAt),
    updated_datetime: dateTime(changed),
    expected_datetime: it.promisedOn ? dateTime(endOfDay(it.promisedOn, town.timeZone)) : null,
    address: it.placeLabel ? `${it.placeLabel}, ${town.name}` : null,
    address_id: null,
    zipcode: null,
    lat: it.lat ?? null,
    long: it.lon ?? null,
    media_url: mediaUrls(it, town)[0] ?? null,
  }
}

const mediaUrls = ({ photos }: Exchanged, { origin, base }: Told['town']): string[] =>
  photos.map(({ id }) => `${origin}${base}/dateien/${id}/large`)

export type Note = { at: Date; title: string; text: string | undefined; kind: string }

/** The same with what the standard does not know (`extensions=true`). `notes` only where single requests were asked for. */
export const extendedRequestOf = (it: Exchanged, told: Told, notes?: readonly Note[]): { [field: string]: Value } => ({
  ...requestOf(it, told),
  extended_attributes: {
    detailed_status: detailed[it.stage],
    detailed_status_datetime: dateTime(it.updatedAt),
    stage: it.stage,
    stage_name: textIn(told.locale, `stage.${it.stage}`),
    media_urls: mediaUrls(it, told.town),
    description_public: it.published,
    expected_closure: it.promisedOn ?? null,
    votes: it.supportCount,
    html_url: it.published ? `${told.town.origin}${told.town.base}/meldungen/${it.number}` : null,
  },
  ...(notes
    ? { notes: notes.map(({ at, title, text, kind }) => ({ datetime: dateTime(at), description: text ?? title, type: kind })) }
    : {}),
})
