import { DAY_MS } from '#platform/calendar/day.ts'
import type { PhotoFile } from '../cases/index.ts'
import { jaccard, tellingWords, triples } from './folding.rules.ts'

/** A report near by that may be the same damage. */
export type Similar = {
  caseId: string
  number: string
  categoryId: string
  title: string
  placeLabel: string
  publicText: string
  stage: string
  lat: number
  lon: number
  distanceM: number
  receivedAt: Date
  supportCount: number
  /** First photo that the public may see. */
  photo: PhotoFile | undefined
  fileId: string | undefined
  /** 0 to 1; from 0.75 joining is the better way. */
  score: number
}

export const SHOWN_FROM = 0.5
export const JOIN_FROM = 0.75
/** At most so many are shown. */
export const SHOWN_AT_MOST = 5

const weights = { distance: 0.45, category: 0.25, text: 0.2, time: 0.1 }
const DAYS = 30

export type Compared = {
  distanceM: number
  /** Of the category that is being reported. */
  radiusM: number
  sameAsset: boolean
  category: 'same' | 'sameGroup' | 'other'
  /** 0 to 1, see `alike`. */
  text: number
  ageDays: number
  open: boolean
}

/** How likely two reports mean the same damage, 0 to 1 (domain-citizen-services, section 8). */
export function similarity({ distanceM, radiusM, sameAsset, category, text, ageDays, open }: Compared): number {
  const distance = sameAsset ? 1 : Math.max(0, 1 - distanceM / radiusM)
  const kind = { same: 1, sameGroup: 0.5, other: 0 }[category]
  const time = Math.max(open ? 0.5 : 0, 1 - ageDays / DAYS)
  return weights.distance * distance + weights.category * kind + weights.text * text + weights.time * Math.min(1, time)
}

/** Where the kind is of another group, words must speak for it: two things at one spot are near as well. */
const WORDS_FROM = 0.1

/** Whether a report that scores so is shown: open, within the radius or at the same asset. What is repaired is never the same again. */
export const isProposed = ({ open, sameAsset, distanceM, radiusM, category, text }: Compared, score: number): boolean =>
  open && score >= SHOWN_FROM && (sameAsset || (distanceM <= radiusM && (category !== 'other' || text >= WORDS_FROM)))

/** How alike two texts are: the share of letter triples they have in common. */
export const alike = (a: string, b: string): number => jaccard(triples(tellingWords(a)), triples(tellingWords(b)))

export const ageInDays = (at: Date, now: Date): number => Math.max(0, (now.getTime() - at.getTime()) / DAY_MS)

/** Metres between two points near each other: the earth is flat over some kilometres. */
export function metresBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const north = (a.lat - b.lat) * 111_320
  const east = (a.lon - b.lon) * 111_320 * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(north, east)
}
