import type { Ctx } from '#platform/context.ts'
import { hasText, type Locale, textIn } from '#platform/text.ts'
import { metresBetween } from './geometry.rules.ts'
import type { AddressRow, AssetRow } from './near.sql.ts'
import type { LatLon, PlaceHit, RoadOwner } from './place.rules.ts'
import type { CrossingRow, NameRow } from './place.sql.ts'

/** Labels are kept with what people send, so they are in the language of the town, not in the reader's. */
export const townLocale = (ctx: Ctx): Locale => ctx.town.locales[0] ?? 'de'

type Part = Omit<PlaceHit, 'detail' | 'districtId' | 'district'> & { districtId?: string | null; district?: string | null }

/** A hit with its detail line; parts that are not there are left out. */
function hit({ districtId, district, ...part }: Part): PlaceHit {
  return { ...part, detail: district ?? '', ...(districtId ? { districtId } : {}), ...(district ? { district } : {}) }
}

export const addressHit = (row: AddressRow, score: number, accuracyM?: number): PlaceHit =>
  hit({
    id: `address:${row.id}`,
    kind: 'address',
    label: `${row.street} ${row.number}${row.suffix}`,
    lat: row.lat,
    lon: row.lon,
    score,
    street: row.street,
    houseNumber: `${row.number}${row.suffix}`,
    roadOwner: row.owner,
    districtId: row.districtId,
    district: row.district,
    ...(accuracyM ? { accuracyM } : {}),
  })

/** The section of a street between two of its houses: the middle, with half its length as accuracy. */
export function betweenHit(from: AddressRow, to: AddressRow, score: number): PlaceHit {
  return {
    ...addressHit(from, score, Math.ceil(metresBetween(from, to) / 2)),
    id: `between:${from.id}:${to.id}`,
    kind: 'between',
    label: `${from.street} ${from.number}${from.suffix}–${to.number}${to.suffix}`,
    lat: (from.lat + to.lat) / 2,
    lon: (from.lon + to.lon) / 2,
    houseNumber: `${from.number}${from.suffix}–${to.number}${to.suffix}`,
  }
}

const owners: readonly RoadOwner[] = ['federal', 'state', 'district', 'town', 'private']

/** A crossing belongs to the road of the higher class (for example § 13 FStrG). */
export const crossingHit = (row: CrossingRow, score: number): PlaceHit => {
  const roadOwner = owners.find((owner) => owner === row.owner || owner === row.otherOwner)
  return hit({
    id: `crossing:${row.id}`,
    kind: 'crossing',
    label: [row.a, row.b].sort((a, b) => a.localeCompare(b, 'de')).join(' / '),
    lat: row.lat,
    lon: row.lon,
    score,
    street: row.a,
    ...(roadOwner ? { roadOwner } : {}),
    districtId: row.districtId,
    district: row.district,
  })
}

export const namedHit = (row: Omit<NameRow, 'asked'>, score: number): PlaceHit =>
  hit({
    id: `${row.kind}:${row.id}`,
    kind: row.kind,
    label: row.name,
    lat: row.lat,
    lon: row.lon,
    score,
    ...(row.reachM > 0 ? { accuracyM: row.reachM } : {}),
    ...(row.kind === 'street' ? { street: row.name } : {}),
    ...(row.kind === 'asset' ? { assetId: row.id } : {}),
    districtId: row.districtId,
    district: row.kind === 'district' ? null : row.district,
  })

export const assetHit = (ctx: Ctx, row: AssetRow, score: number): PlaceHit =>
  hit({
    id: `asset:${row.id}`,
    kind: 'asset',
    label: [assetLabel(ctx, row), row.name ?? row.street].filter(Boolean).join(', '),
    lat: row.lat,
    lon: row.lon,
    score,
    assetId: row.id,
    ...(row.street ? { street: row.street } : {}),
    districtId: row.districtId,
    district: row.district,
  })

/** "Laterne L-10234" */
export function assetLabel(ctx: Ctx, { kind, number }: { kind: string; number: string }): string {
  const locale = townLocale(ctx)
  const key = `place.asset.${kind}`
  return `${hasText(key, locale) ? textIn(locale, key) : textIn(locale, 'place.asset.other')} ${number}`
}

/** With the distance from a point, also in the detail line. */
export function withDistance(ctx: Ctx, found: PlaceHit, near: LatLon | undefined): PlaceHit {
  if (!near) return found
  const distanceM = Math.round(metresBetween(found, near))
  const distance =
    distanceM < 1000
      ? textIn(ctx.locale, 'place.distance.m', { metres: Math.max(10, Math.round(distanceM / 10) * 10) })
      : textIn(ctx.locale, 'place.distance.km', { km: distanceM / 1000 })
  return { ...found, distanceM, detail: [found.detail, distance].filter(Boolean).join(' · ') }
}
