import { z } from 'zod'
import { regimes } from '../remedy/delivery.rules.ts'
import { hasLooseBraces, isPlaceholder, namesIn } from './placeholder.rules.ts'

/** With words of its own: `list` has one item a line, `table` one row a line with cells parted by `|`, the first is the head. */
export const wordBlocks = ['paragraph', 'heading', 'list', 'table'] as const
/** Made of what the case knows: the answers in order, fees with their sum, how to pay, why it was decided so, what can be done against it. */
export const madeBlocks = ['answers', 'fees', 'payment', 'reasons', 'remedy'] as const
export const blockKinds = [...wordBlocks, ...madeBlocks] as const
export type BlockKind = (typeof blockKinds)[number]

/** What can be done against the letter: nothing, an objection to the authority, or a suit where the Land has abolished the objection. */
export const remedies = ['none', 'objection', 'suit'] as const

/** When a block stands in the letter: by the value of one placeholder. */
export const conditionTests = ['filled', 'empty', 'equals', 'differs'] as const
export const Condition = z.object({
  name: z.string().trim().min(1).max(130),
  is: z.enum(conditionTests),
  value: z.string().trim().max(200).default(''),
})
export type Condition = z.output<typeof Condition>

const words = z.string().trim().max(6000)
export const LetterBlock = z.object({
  kind: z.enum(blockKinds),
  de: words.default(''),
  en: words.default(''),
  when: Condition.optional(),
})
export type LetterBlock = z.output<typeof LetterBlock>

export const MOST_BLOCKS = 60

/** What a town says in a kind of letter, as data that it changes without code. */
export const LetterContent = z.object({
  subject: z.object({ de: z.string().trim().min(1).max(200), en: z.string().trim().max(200).default('') }),
  regime: z.enum(regimes).default('vwvfg'),
  remedy: z.enum(remedies).default('none'),
  /** How many people sign; two are different persons. 0: made by the program alone (§ 37 Abs. 5 VwVfG). */
  signatures: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(1),
  blocks: z.array(LetterBlock).max(MOST_BLOCKS),
})
export type LetterContent = z.output<typeof LetterContent>

export type ContentFault = {
  code:
    | 'blocksMissing'
    | 'wordsMissing'
    | 'placeholderUnknown'
    | 'bracesLoose'
    | 'tableUneven'
    | 'remedyMissing'
    | 'remedyTwice'
    | 'remedyConditional'
    | 'remedyUnnamed'
    | 'englishIncomplete'
  /** Of the block, from 1; 0 is the subject. */
  block?: number
  name?: string
}

const isWords = (kind: BlockKind): boolean => (wordBlocks as readonly string[]).includes(kind)

/** What must be mended before letters are written with it; nothing if it is sound. Whoever builds a process on letters asks this too. */
export function faultsOf({ subject, remedy, blocks }: LetterContent): ContentFault[] {
  const faults: ContentFault[] = []
  const texts = [{ block: 0, ...subject }, ...blocks.map(({ de, en }, i) => ({ block: i + 1, de, en }))]
  if (blocks.length === 0) faults.push({ code: 'blocksMissing' })
  for (const { block, de, en } of texts) {
    for (const text of [de, en]) {
      for (const name of namesIn(text)) if (!isPlaceholder(name)) faults.push({ code: 'placeholderUnknown', block, name })
      if (hasLooseBraces(text)) faults.push({ code: 'bracesLoose', block })
    }
  }
  const english = texts.some(({ en }) => en !== '')
  for (const [i, { kind, de, en, when }] of blocks.entries()) {
    const block = i + 1
    if (isWords(kind) && de === '') faults.push({ code: 'wordsMissing', block })
    if (isWords(kind) && english && en === '') faults.push({ code: 'englishIncomplete', block })
    if (kind === 'table' && [de, en].some(isUneven)) faults.push({ code: 'tableUneven', block })
    if (when && !isPlaceholder(when.name)) faults.push({ code: 'placeholderUnknown', block, name: when.name })
    if (kind === 'remedy' && when) faults.push({ code: 'remedyConditional', block })
  }
  if (english && subject.en === '') faults.push({ code: 'englishIncomplete', block: 0 })
  const notices = blocks.filter(({ kind }) => kind === 'remedy').length
  if (remedy !== 'none' && notices === 0) faults.push({ code: 'remedyMissing' })
  if (remedy === 'none' && notices > 0) faults.push({ code: 'remedyUnnamed' })
  if (notices > 1) faults.push({ code: 'remedyTwice' })
  return faults
}

/** Lines of a list. */
export const itemsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Rows of a table with their cells; the first is its head. */
export const rowsOf = (text: string): string[][] => itemsOf(text).map((line) => line.split('|').map((cell) => cell.trim()))

function isUneven(text: string): boolean {
  const rows = rowsOf(text)
  return text !== '' && (rows.length < 2 || rows.some((row) => row.length !== rows[0]!.length || row.length > 8))
}
