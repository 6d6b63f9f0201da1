import type { ReportVerb } from '#services/reports/index.ts'

/** What a device keeps of a tour. Times are milliseconds; words are in the language of who took it along. */
export type Along = { asOf: number; stops: AlongStop[] }

export type AlongStop = {
  number: string
  title: string
  place: string
  placeNote: string
  lat: number
  lon: number
  dueAt: number
  state: string
  text: string
  answers: { term: string; value: string }[]
  notes: { text: string; at: number }[]
  near: { number: string; title: string; state: string; at: number }[]
  /** Addresses; on the device the pictures themselves lie beside them. */
  photos: string[]
  steps: ReportVerb[]
  needsProof: boolean
}

/** As it lies on the device: with the pictures. */
export type KeptAlong = Along & { pictures: Record<string, Blob> }

const HOURS = 24

/** After a day it is too old to work with, and has no reason to be on the device any more. */
export const isStale = ({ asOf }: Pick<Along, 'asOf'>, now: number): boolean => now - asOf > HOURS * 3_600_000 || asOf > now + 3_600_000

export type Lack = 'reason' | 'text' | 'proof'

/** What a step kept on the device still needs, so that it is not refused hours later. */
export function lackOf(
  verb: string,
  said: { reason: string; text: string; photos: number; noPhotoReason: string; needsProof: boolean },
): Lack | undefined {
  if ((verb === 'end' || verb === 'handOn') && !said.reason) return 'reason'
  if ((verb === 'end' || verb === 'ask' || verb === 'note') && !said.text.trim()) return 'text'
  if (verb === 'finish' && said.needsProof && said.photos === 0 && !said.noPhotoReason) return 'proof'
  return undefined
}
