import type { PhotoFile } from '../cases/index.ts'

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
  /** 0 to 1; from 0.75 joining is the better way. */
  score: number
}

export const SHOWN_FROM = 0.5
export const JOIN_FROM = 0.75
