import type { Ctx } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import { textIn } from '#platform/text.ts'
import { type Asked, type Question, understand } from './asked.rules.ts'
import { metresBetween } from './geometry.rules.ts'
import { addressHit, assetHit, betweenHit, crossingHit, namedHit, withDistance } from './hits.ts'
import { type AddressRow, assetRow, assetsByNumber } from './near.sql.ts'
import { nearestAddress } from './near.verbs.ts'
import type { LatLon, PlaceHit, PlaceKind } from './place.rules.ts'
import { crossingById, crossingsAmong, houseById, houses, type NameRow, namedById, namesEqual, namesLike } from './place.sql.ts'
import { pointHit } from './point.verbs.ts'
import { nameScore } from './score.rules.ts'
import { fold } from './words.rules.ts'

/** Below this a hit has too little in common with the words. */
const FAINT = 0.55

/**
 * Everything that matches one line of words: address, crossing, section of a street, landmark, thing with a plate, coordinates.
 * Best first. `near` adds distances and decides between equals.
 */
export async function searchPlaces(ctx: Ctx, words: string, limit = 8, near?: LatLon): Promise<PlaceHit[]> {
  const question = understand(words, ctx.town.name)
  if (question.meanings.length === 0) return []
  const names = await candidates(ctx, question)
  const found: PlaceHit[] = []
  for (const meaning of question.meanings) found.push(...(await hitsOf(ctx, meaning, names)))
  return ranked(question, found, near)
    .slice(0, limit)
    .map((hit) => withDistance(ctx, hit, near))
}

/**
 * What is meant by exactly these names, best first: one look into an index instead of a comparison with all names. Empty where a plate
 * or a point may be meant as well.
 */
export async function exactPlaces(ctx: Ctx, words: string): Promise<PlaceHit[]> {
  const question = understand(words, ctx.town.name)
  if (question.meanings.some(({ kind }) => kind === 'asset' || kind === 'point')) return []
  const rows = await namesEqual(ctx, [...new Set(question.meanings.flatMap(phrasesOf).filter(Boolean))])
  const names = Map.groupBy(
    rows.map((row) => ({ ...row, score: 1 })),
    (row) => row.asked,
  )
  const found: PlaceHit[] = []
  for (const meaning of question.meanings) found.push(...(await hitsOf(ctx, meaning, names)))
  return ranked(question, found, undefined)
}

/** A hit that was chosen before. */
export async function placeHit(ctx: Ctx, id: string): Promise<PlaceHit | undefined> {
  const [kind, one = '', two = ''] = id.split(':')
  if (kind === 'point') {
    const [lat, lon] = one.split(',').map(Number)
    return lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? pointHit(ctx, { lat, lon }) : undefined
  }
  if (!uuidPattern.test(one) || (two && !uuidPattern.test(two))) return undefined
  switch (kind) {
    case 'address': {
      const row = await houseById(ctx, one)
      return row && addressHit(row, 1)
    }
    case 'between': {
      const [from, to] = [await houseById(ctx, one), await houseById(ctx, two)]
      return from && to && from.streetId === to.streetId ? betweenHit(from, to, 1) : undefined
    }
    case 'crossing': {
      const row = await crossingById(ctx, one)
      return row && crossingHit(row, 1)
    }
    case 'asset': {
      const row = await assetRow(ctx, one)
      return row && assetHit(ctx, row, 1)
    }
    case 'street':
    case 'landmark':
    case 'district': {
      const row = await namedById(ctx, kind, one)
      return row && namedHit({ ...row, kind }, 1)
    }
    default:
      return undefined
  }
}

type Candidate = NameRow & { score: number }
type Names = ReadonlyMap<string, readonly Candidate[]>

/** For every name in any meaning of the question the names it may be, best first: one statement for all. */
async function candidates(ctx: Ctx, { meanings }: Question): Promise<Names> {
  const asked = new Set(meanings.flatMap(phrasesOf).filter(Boolean))
  if (asked.size === 0) return new Map()
  const rows = await namesLike(ctx, [...asked], 14)
  const scored = rows.map((row) => ({ ...row, score: nameScore(row.asked, row.folded) })).filter(({ score }) => score >= FAINT)
  return Map.groupBy(
    scored.sort((a, b) => b.score - a.score),
    (row) => row.asked,
  )
}

function phrasesOf(meaning: Asked): readonly string[] {
  if (meaning.kind === 'name') return [meaning.name]
  if (meaning.kind === 'address' || meaning.kind === 'between') return [meaning.street]
  return meaning.kind === 'crossing' ? meaning.pairs.flat() : []
}

const streetsIn = (names: Names, asked: string, most: number): Candidate[] =>
  (names.get(asked) ?? []).filter(({ kind }) => kind === 'street').slice(0, most)

async function hitsOf(ctx: Ctx, meaning: Asked, names: Names): Promise<PlaceHit[]> {
  switch (meaning.kind) {
    case 'point':
      return [await pointHit(ctx, meaning)]
    case 'asset':
      return assetHits(ctx, meaning)
    case 'name':
      return (names.get(meaning.name) ?? []).map((row) => namedHit(row, row.score))
    case 'address':
      return addressHits(ctx, meaning, streetsIn(names, meaning.street, 5))
    case 'between':
      return betweenHits(ctx, meaning, streetsIn(names, meaning.street, 2))
    case 'crossing':
      return crossingHits(ctx, meaning, names)
  }
}

async function assetHits(ctx: Ctx, { plain, digits, assetKind }: Asked & { kind: 'asset' }): Promise<PlaceHit[]> {
  const rows = await assetsByNumber(ctx, plain ? { plain } : { digits, ...(assetKind ? { kind: assetKind } : {}) })
  return rows.map((row) => assetHit(ctx, row, plain || assetKind ? 1 : 0.95))
}

/** Numbers so far from the one that was asked for are still offered. */
const NEAR_NUMBERS = 6

async function addressHits(ctx: Ctx, asked: Asked & { kind: 'address' }, streets: readonly Candidate[]): Promise<PlaceHit[]> {
  if (streets.length === 0) return []
  const around = await houses(
    ctx,
    streets.map(({ id }) => id),
    asked.number - NEAR_NUMBERS,
    asked.number + NEAR_NUMBERS,
  )
  const byStreet = Map.groupBy(around, ({ streetId }) => streetId)
  return streets.map((street) => {
    const far = (house: AddressRow) =>
      Math.abs(house.number - asked.number) * (house.number % 2 === asked.number % 2 ? 2 : 3) + (house.suffix === asked.suffix ? 0 : 1)
    const house = byStreet.get(street.id)?.reduce((best, other) => (far(other) < far(best) ? other : best))
    if (!house) return namedHit(street, street.score * 0.75)
    if (house.number !== asked.number) return addressHit(house, street.score * 0.8, 40)
    return addressHit(house, street.score * (house.suffix === asked.suffix ? 1 : 0.95), house.suffix === asked.suffix ? undefined : 20)
  })
}

async function betweenHits(ctx: Ctx, { from, to }: Asked & { kind: 'between' }, streets: readonly Candidate[]): Promise<PlaceHit[]> {
  const found: PlaceHit[] = []
  for (const street of streets) {
    const along = await houses(ctx, [street.id], Math.min(from, to) - NEAR_NUMBERS, Math.max(from, to) + NEAR_NUMBERS)
    const nearest = (number: number) =>
      along.reduce<AddressRow | undefined>(
        (best, house) => (best && Math.abs(best.number - number) <= Math.abs(house.number - number) ? best : house),
        undefined,
      )
    const [start, end] = [nearest(from), nearest(to)]
    if (start && end && start !== end) found.push(betweenHit(start, end, street.score * 0.99))
  }
  return found
}

async function crossingHits(ctx: Ctx, { pairs }: Asked & { kind: 'crossing' }, names: Names): Promise<PlaceHit[]> {
  const scores = new Map<string, number>()
  for (const [one, other] of pairs) {
    for (const a of streetsIn(names, one, 4)) {
      for (const b of streetsIn(names, other, 4)) {
        const pair = pairOf(a.id, b.id)
        if (a.id !== b.id) scores.set(pair, Math.max(scores.get(pair) ?? 0, Math.sqrt(a.score * b.score)))
      }
    }
  }
  if (scores.size === 0) return []
  const rows = await crossingsAmong(ctx, [...new Set([...scores.keys()].flatMap((pair) => pair.split('|')))])
  // Two streets that do not meet: at least each of them.
  if (rows.length === 0 && pairs.length === 1)
    return pairs.flat().flatMap((street) => streetsIn(names, street, 1).map((row) => namedHit(row, row.score * 0.75)))
  const found = rows.flatMap((row) => {
    const score = scores.get(pairOf(row.aId, row.bId))
    return score === undefined ? [] : [crossingHit(row, score)]
  })
  const told: PlaceHit[] = []
  for (const hit of found) told.push(found.some((other) => other !== hit && other.label === hit.label) ? await withHouse(ctx, hit) : hit)
  return told
}

/** Two streets that meet twice: the nearest house tells the corners apart. */
async function withHouse(ctx: Ctx, hit: PlaceHit): Promise<PlaceHit> {
  const house = await nearestAddress(ctx, hit)
  const near = house && textIn(ctx.locale, 'place.label.near', { place: house.label })
  return { ...hit, detail: [hit.detail, near].filter(Boolean).join(' · ') }
}
const pairOf = (a: string, b: string) => [a, b].sort().join('|')

/** Of two hits for the same thing the more exact one stays: a playground is a landmark and a thing with a plate. */
const exactness: readonly PlaceKind[] = ['point', 'asset', 'address', 'crossing', 'between', 'landmark', 'street', 'district']

function ranked({ district }: Question, found: readonly PlaceHit[], near: LatLon | undefined): PlaceHit[] {
  const weighed = found
    .map((hit) => (district && !fold(hit.district ?? '').startsWith(district) ? { ...hit, score: hit.score * 0.93 } : hit))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (near ? metresBetween(a, near) - metresBetween(b, near) : 0) ||
        exactness.indexOf(a.kind) - exactness.indexOf(b.kind) ||
        a.label.localeCompare(b.label, 'de'),
    )
  const kept: PlaceHit[] = []
  for (const hit of weighed.filter(({ score }) => score >= FAINT)) {
    const twin = kept.findIndex((other) => other.id === hit.id || sameThing(other, hit))
    if (twin < 0) kept.push(hit)
    else if (kept[twin] && exactness.indexOf(hit.kind) < exactness.indexOf(kept[twin].kind))
      kept[twin] = { ...hit, score: kept[twin].score }
  }
  return kept
}

const sameThing = (a: PlaceHit, b: PlaceHit): boolean =>
  a.kind !== b.kind && (fold(a.label) === fold(b.label) || a.label.endsWith(`, ${b.label}`)) && metresBetween(a, b) < 100
