import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import { type Case, caseByNumber, readNumber } from '../cases/index.ts'
import { type LetterShown, letterAtDesk } from '../letters/index.ts'
import { holds } from '../letters/layout/compose.rules.ts'
import type { LetterContent } from '../letters/template/content.rules.ts'
import { namesIn, ofFees } from '../letters/template/placeholder.rules.ts'
import { type LetterTemplate, publishedVersion, templateById, templateByKey } from '../letters/template/template.sql.ts'
import { runningOf } from './carry-out.ts'
import { applicantOf, type LetterFacts, letterFacts } from './letter-data.read.ts'
import { checkWho, maySee } from './rights.ts'

/** What the form of a letter shows: what is known already, and which placeholders somebody has to fill. */
export type LetterSheet = {
  it: Case
  template: LetterTemplate
  content: LetterContent
  facts: LetterFacts
  locale: Locale
  /** Who applied has an account to put the letter into. */
  account: boolean
  /** Placeholders without a value of the application. */
  open: readonly string[]
  /** It names a fee, and none is open. */
  noFeeOpen: boolean
  /** The letter that is changed; undefined for a new one. */
  letter: LetterShown | undefined
}

/** For those who may write letters about the application; undefined for others, and for kinds of letters that are not there. */
export async function letterSheet(
  ctx: Ctx,
  number: string,
  { key, id, locale: wanted }: { key?: string | undefined; id?: string | undefined; locale?: Locale | undefined },
): Promise<LetterSheet | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  const running = it && (await maySee(ctx, it)) ? await runningOf(ctx, it) : undefined
  if (!it || !running || !(await checkWho(ctx, it, { by: 'unit' })).ok) return undefined
  const found = id === undefined ? undefined : await letterAtDesk(ctx, id)
  if (id !== undefined && found?.it.id !== it.id) return undefined
  const letter = found?.letter
  const template = letter ? await templateById(ctx, letter.templateId) : await templateByKey(ctx, key ?? '')
  const content = letter?.content ?? (template && !template.closedAt ? (await publishedVersion(ctx, template.id))?.content : undefined)
  if (!template || !content) return undefined
  const applicant = await applicantOf(ctx, it.id)
  const account = applicant?.personId !== undefined
  const locale = wanted ?? letter?.locale ?? applicant?.locale ?? 'de'
  const facts = await letterFacts(ctx, running, locale)
  const noFeeOpen = facts.fees.length === 0 && namesFee(content, facts, locale)
  return { it, template, content, facts, locale, account, open: openIn(content, facts, locale), noFeeOpen, letter }
}

const known: ReadonlySet<string> = new Set([
  'town.name',
  'case.number',
  'case.title',
  'case.received',
  'recipient.name',
  'letter.date',
  'office.name',
  'office.phone',
  'office.email',
  'clerk.name',
])

/** A letter may be written before it is decided; what a decision says is not typed by hand. */
const decided: ReadonlySet<string> = new Set(['decision.outcome', 'decision.reasons', 'fact.outcome'])

function openIn({ subject, blocks }: LetterContent, { values }: LetterFacts, locale: Locale): string[] {
  const texts = [
    subject[locale] || subject.de,
    ...blocks.flatMap((block) => [block[locale] || block.de, block.when ? `{{${block.when.name}}}` : '']),
  ]
  return [...new Set(texts.flatMap(namesIn))].filter((name) => !known.has(name) && !decided.has(name) && !ofFees.has(name) && !values[name])
}

/** Whether it says what is to be paid; a block that stands only where there is a fee does not count. */
const namesFee = ({ subject, blocks }: LetterContent, { values }: LetterFacts, locale: Locale): boolean => {
  const shown = blocks.filter(({ when }) => holds(when, values))
  const texts = [subject[locale] || subject.de, ...shown.map((block) => block[locale] || block.de)]
  return shown.some(({ kind }) => kind === 'payment') || texts.flatMap(namesIn).some((name) => ofFees.has(name))
}
