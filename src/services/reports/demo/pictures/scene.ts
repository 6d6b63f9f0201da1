import type { Seeded } from '#platform/seeded.ts'
import type { Backdrop } from './backdrop.ts'
import type { Light, Mood } from './light.ts'

/** One kind of damage as a picture: `broken` is how it was found, otherwise how it was left. */
export type Scene = {
  moods: readonly Mood[]
  backdrop: Backdrop
  /** What the picture shows, for those who can't see it. */
  alt: { before: { de: string; en: string }; after: { de: string; en: string } }
  paint: (stage: { random: Seeded; light: Light; broken: boolean }) => string
}

/** Alternative texts in the order before (German, English), after (German, English). */
export const alt = (beforeDe: string, beforeEn: string, afterDe: string, afterEn: string): Scene['alt'] => ({
  before: { de: beforeDe, en: beforeEn },
  after: { de: afterDe, en: afterEn },
})

export const byDay: readonly Mood[] = ['morning', 'noon', 'overcast', 'evening']
