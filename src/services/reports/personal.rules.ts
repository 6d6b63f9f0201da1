import type { PublishMode } from './category.rules.ts'

/** Kinds of personal data that a text may hold. Only these words are kept, never what was found. */
export type Finding = 'email' | 'phone' | 'plate' | 'name' | 'photo'

const patterns: [Finding, RegExp][] = [
  ['email', /[^\s@]+@[^\s@]+\.[a-z]{2,}/i],
  // At least seven digits in a row of digits, blanks and signs, beginning like a telephone number.
  ['phone', /(?:\+|00|\b0)\d(?:[\s/().-]*\d){6,}/],
  // German plate: district, letters, digits. Lamp and tree numbers (L-10234) have only one group of letters.
  ['plate', /\b[A-ZÄÖÜ]{1,3}[\s-]{1,2}[A-Z]{1,2}[\s-]?\d{1,4}[EH]?\b/],
  ['name', /\b(?:Herrn?|Frau|Fam(?:ilie|\.)|Dr\.|Mr\.?|Mrs\.?|Ms\.?)\s+(?:Dr\.\s+|Prof\.\s+)?\p{Lu}\p{L}+/u],
]

/** Words after "Frau" that are no names. */
const noNames = /\b(?:Frau|Herr)\s+(?:Bürgermeister|Oberbürgermeister|Doktor)\p{L}*/gu

/** What a text may tell about people. Finds more than there is rather than less: a moderator decides. */
export function findingsIn(text: string): Finding[] {
  const searched = text.replace(noNames, '')
  return patterns.filter(([, pattern]) => pattern.test(searched)).map(([finding]) => finding)
}

export type Publication = { now: boolean; toCheck: boolean; findings: Finding[] }

/**
 * Whether a report may be public at once. `atOnce` waits only for a text with personal data; `afterCheck` also for photos, in which
 * faces and plates may be seen; `never` stays between the town and the parties.
 */
export function publication(mode: PublishMode, text: string, photoCount: number): Publication {
  if (mode === 'never') return { now: false, toCheck: false, findings: [] }
  const inText = findingsIn(text)
  const findings: Finding[] = mode === 'afterCheck' && photoCount > 0 ? [...inText, 'photo'] : inText
  return { now: findings.length === 0, toCheck: findings.length > 0, findings }
}
