import { z } from 'zod'
import type { Locale } from '#platform/text.ts'

/** How sure the town must be who applies, from an e-mail address to the identity card. */
export const trustLevels = ['none', 'basic', 'substantial', 'high'] as const
export type TrustLevel = (typeof trustLevels)[number]

/** What is said about a service in each language, in the order of its page. Markdown but for the first three. */
export const wordParts = ['name', 'synonyms', 'short', 'text', 'conditions', 'documents', 'fees', 'course', 'duration', 'remedy'] as const
export type WordPart = (typeof wordParts)[number]
/** The parts that stand on the page below a heading of their own. */
export const pageParts = ['conditions', 'documents', 'fees', 'course', 'duration', 'remedy'] as const satisfies readonly WordPart[]

const text = (max: number) => z.string().trim().max(max).default('')
const words = {
  /** Other words that people use for it, one a line. */
  synonyms: text(2000),
  short: text(300),
  text: text(10_000),
  conditions: text(5000),
  documents: text(5000),
  fees: text(3000),
  course: text(5000),
  duration: text(1000),
  remedy: text(2000),
}
const German = z.object({ name: z.string().trim().min(1).max(120), ...words, short: z.string().trim().min(1).max(300) })
const English = z.object({ name: text(120), ...words }).prefault({})

export const ServiceContent = z.object({
  de: German,
  en: English,
  /** Key of the Leistungskatalog of the German administrations. */
  leikaKey: z
    .string()
    .trim()
    .regex(/^\d{14}$/, 'error.leikaKey')
    .optional(),
  unitId: z.uuid().optional(),
  trust: z.enum(trustLevels).default('none'),
  /** Working days that it takes as a rule. */
  normDays: z.coerce.number().int().min(0).max(365).optional(),
  /** Paragraphs, one a line; `§ 17 BMG https://…` links to its text. */
  legalBasis: text(3000),
  /** Ids of life situations. */
  situations: z.array(z.uuid()).max(20).default([]),
  /** Stands among those that are asked for most. */
  asked: z.boolean().default(false),
})
export type ServiceContent = z.output<typeof ServiceContent>

/** A service as it is being written. */
export type Service = {
  id: string
  slug: string
  draft: ServiceContent
  /** The newest version; 0 where it was never published. */
  version: number
  /** The draft says something else than that version. */
  changed: boolean
  changedAt: Date
  changedBy: string | undefined
}

/** A published version. Days are `YYYY-MM-DD`; without an end it is valid until another one is. */
export type ServiceVersion = {
  serviceId: string
  slug: string
  number: number
  content: ServiceContent
  validFrom: string
  validTo: string | undefined
  publishedAt: Date
  publishedBy: string | undefined
}

/** What lists show of a service that everybody sees today. */
export type ServiceCard = {
  id: string
  slug: string
  number: number
  name: { de: string; en: string }
  short: { de: string; en: string }
  unitId: string | undefined
  situations: readonly string[]
  asked: boolean
}

/** A text in the reader's language; where there is none in English, the German one, which then says so. */
export type Said = { text: string; lang: Locale | undefined }

/** One part of the words in a language. `lang` is set where the text is in the other one. */
export function said(content: Pick<ServiceContent, 'de' | 'en'>, part: WordPart, locale: Locale): Said {
  if (locale === 'de' || content.en[part]) return { text: content[locale][part], lang: undefined }
  return { text: content.de[part], lang: content.de[part] ? 'de' : undefined }
}

/** The same for what lists show. */
export const saidShort = (both: { de: string; en: string }, locale: Locale): Said =>
  locale === 'en' && !both.en ? { text: both.de, lang: 'de' } : { text: both[locale], lang: undefined }

/** Parts that are written in German and not in English. Words to find it by may differ in number. */
export const missingEnglish = ({ de, en }: Pick<ServiceContent, 'de' | 'en'>): WordPart[] =>
  wordParts.filter((part) => part !== 'synonyms' && de[part] !== '' && en[part] === '')

/** Fields in which two contents differ: `de.fees`, `unitId`. */
export function differences(before: ServiceContent | undefined, after: ServiceContent): string[] {
  const facts = (['leikaKey', 'unitId', 'trust', 'normDays', 'legalBasis', 'situations', 'asked'] as const).filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]),
  )
  const texts = (['de', 'en'] as const).flatMap((locale) =>
    wordParts.filter((part) => (before?.[locale][part] ?? '') !== after[locale][part]).map((part) => `${locale}.${part}`),
  )
  return [...texts, ...facts]
}

/** The lines of a text area, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export type Paragraph = { name: string; url: string | undefined }

/** Lines such as `§ 17 BMG https://www.gesetze-im-internet.de/bmg/__17.html`. */
export const paragraphsOf = (legalBasis: string): Paragraph[] =>
  linesOf(legalBasis).map((line) => {
    const url = /\shttps:\/\/\S+$/.exec(line)?.[0].trim()
    return { name: url ? line.slice(0, -url.length).trim() : line, url }
  })

/** The last part of its address, from the German name: "Hund anmelden" → `hund-anmelden`. */
export const slugFrom = (plainName: string): string => plainName.replaceAll(' ', '-').slice(0, 70).replace(/-+$/, '') || 'dienst'

/** More would be no catalogue that anybody can keep right; large cities have about 1,500. */
export const MOST_SERVICES = 3000
