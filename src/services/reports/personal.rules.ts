import type { PublishMode } from './category.rules.ts'

/** Kinds of personal data that a text may hold. Only these words are kept, never what was found. */
export type Finding = 'email' | 'iban' | 'phone' | 'plate' | 'name' | 'home' | 'photo'

const patterns: [Finding, RegExp][] = [
  ['email', /[^\s@]+@[^\s@]+\.[a-z]{2,}/i],
  ['iban', /\b[A-Z]{2}\d{2}(?:\s?\d{4}){4}(?:\s?\d{1,4})?\b/],
  // At least seven digits in a row of digits, blanks and signs, beginning like a telephone number.
  ['phone', /(?:\+|00|\b0)\d(?:[\s/().-]*\d){6,}/],
  // German plate: district, letters, digits. Lamp and tree numbers (L-10234) have only one group of letters.
  ['plate', /\b[A-ZÄÖÜ]{1,3}[\s-]{1,2}[A-Z]{1,2}[\s-]?\d{1,4}[EH]?\b/],
  ['name', /\b(?:Herrn?|Frau|Fam(?:ilie|\.)|Dr\.|Mr\.?|Mrs\.?|Ms\.?)\s+(?:Dr\.\s+|Prof\.\s+)?\p{Lu}\p{L}+/u],
  // A house number alone is where the damage is; "I live at" says who tells of it.
  [
    'home',
    /\b(?:wohn(?:e|en|t|haft)|zu ?hause|meine (?:Adresse|Anschrift)|I live|my address)\b[^.!?\n]{0,40}?\p{Lu}[\p{L}.-]+\s+\d{1,4}\s?[a-z]?\b/iu,
  ],
]

/** Words after "Frau" that are no names. */
const noNames = /\b(?:Frau|Herr)\s+(?:Bürgermeister|Oberbürgermeister|Doktor)\p{L}*/gu

/** What a text may tell about people. Finds more than there is rather than less: a moderator decides. */
export function findingsIn(text: string): Finding[] {
  const searched = text.replace(noNames, '')
  return patterns.filter(([, pattern]) => pattern.test(searched)).map(([finding]) => finding)
}

/** Where in a text something personal seems to stand, in order and without overlaps, for a moderator's eyes. */
export function findingsAt(text: string): { finding: Finding; from: number; to: number }[] {
  // As long as the words they stand for, so that every place stays where it is.
  const searched = text.replace(noNames, (words) => '-'.repeat(words.length))
  const all = patterns.flatMap(([finding, pattern]) =>
    [...searched.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index, 0: { length } }) => ({
      finding,
      from: index,
      to: index + length,
    })),
  )
  all.sort((a, b) => a.from - b.from || b.to - a.to)
  return all.filter(({ from }, i) => all.slice(0, i).every((before) => before.to <= from))
}

/** The text with a mark in the place of each. */
export const withoutFindings = (text: string): string =>
  findingsAt(text).reduceRight((left, { from, to }) => `${left.slice(0, from)}[…]${left.slice(to)}`, text)

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
