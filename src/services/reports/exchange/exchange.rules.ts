import type { Stage } from '#platform/process.ts'
import type { Bounds, PhotoFile } from '../../cases/index.ts'
import type { ReportState } from '../report.rules.ts'

/** Which reports another system asks for. What is left out is not filtered; `from` and `until` belong to it. */
export type ExchangeFilter = {
  typeIds?: readonly string[] | undefined
  closed?: boolean | undefined
  from?: Date | undefined
  until?: Date | undefined
  /** Changed after that moment. */
  changedAfter?: Date | undefined
  bounds?: Bounds | undefined
  /** Within so many metres of a point. */
  near?: { lat: number; lon: number; metres: number } | undefined
  withPhoto?: boolean | undefined
  text?: string | undefined
}

/** `skip` rows from the newest on, or what follows a cursor. */
export type ExchangePage = { limit: number; skip?: number | undefined; after?: string | undefined }

/** A report as other systems read it: its own words and place, and how the damage stands. Nothing of who told it. */
export type Exchanged = {
  id: string
  number: string
  categoryId: string
  /** Of the report that goes on for it, where it rests at one. */
  state: ReportState
  stage: Stage
  published: boolean
  /** Empty before it is published. */
  publicText: string
  placeLabel: string
  lat: number | undefined
  lon: number | undefined
  receivedAt: Date
  updatedAt: Date
  closedAt: Date | undefined
  supportCount: number
  /** Once a unit has accepted it. */
  unitName: string | undefined
  /** The day that is promised, `YYYY-MM-DD`, while it is open. */
  promisedOn: string | undefined
  lastWord: { text: string; at: Date } | undefined
  /** Public ones: of the damage, then of the repair. */
  photos: readonly PhotoFile[]
}
