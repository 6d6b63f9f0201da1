import type { PlaceHit } from './place.rules.ts'

export type PlaceFieldProps = {
  /** What was typed and chosen; left out inside a `Form` with `state`. */
  values?: Readonly<Record<string, unknown>>
  error?: string | undefined
  /** From `placeCandidates` after `placeAmbiguous`: shown as radio buttons. */
  candidates?: readonly PlaceHit[]
  label?: string
  hint?: string
  /** Without the line for "opposite the bakery". */
  withoutNote?: boolean
}

/** One place in a form: by words, by map, by own position, or by the photo (listens for the event `photo:position`). Works without script. */
export const PlaceField = (_props: PlaceFieldProps) => <div />
