import { slipsBetween } from '#core/search/index.ts'
import { linesOf, type ServiceContent } from './service.rules.ts'
import { foldedWords, type Word, wordFit, wordOf, wordsIn } from './words.rules.ts'

/** Words by which a service is found. Its name and what people call it say more than a sentence about it. */
export type Phrase = { phrase: string; kind: 'name' | 'synonym' | 'text' }
const weightOfKind: Record<Phrase['kind'], number> = { name: 1, synonym: 0.98, text: 0.62 }

export const MOST_PHRASES = 120

/** The phrases of a service in both languages, folded, each once; names first. */
export function phrasesOf({ de, en }: Pick<ServiceContent, 'de' | 'en'>): Phrase[] {
  const both: readonly (readonly [Phrase['kind'], readonly string[]])[] = [
    ['name', [de.name, en.name]],
    ['synonym', [...synonymsOf(de.synonyms), ...synonymsOf(en.synonyms)]],
    ['text', [de.short, en.short]],
  ]
  const found = new Map<string, Phrase>()
  for (const [kind, texts] of both)
    for (const text of texts) {
      const phrase = foldedWords(text)
        .map(({ word }) => word)
        .join(' ')
        .slice(0, 400)
        .trim()
      if (phrase && !found.has(phrase)) found.set(phrase, { phrase, kind })
    }
  return [...found.values()].slice(0, MOST_PHRASES)
}

const synonymsOf = (text: string): string[] => linesOf(text.replaceAll(',', '\n').replaceAll(';', '\n'))

/** From here on a service is what was asked for; below that, down to `NEAR`, it is offered as one that may be meant. */
export const FITS = 0.55
export const NEAR = 0.42

/** What was asked: the words, and each pair of neighbours written as one ("Park Ausweis"). */
export type Question = { words: readonly Word[]; whole: string; ways: readonly (readonly Word[])[] }

const MOST_WORDS = 8

export function questionOf(text: string): Question {
  const all = foldedWords(text).slice(0, 24)
  const telling = all.filter(({ weight }) => weight > 0)
  // Nothing but small words: then they are meant.
  const words = (telling.length > 0 ? telling : all.map((word) => ({ ...word, weight: 1 }))).slice(0, MOST_WORDS)
  const joined = words.slice(1).map((second, i) => {
    const first = words[i]!
    const both = { ...wordOf(first.word + second.word), weight: Math.max(first.weight, second.weight) }
    return [...words.slice(0, i), both, ...words.slice(i + 2)]
  })
  return { words, whole: words.map(({ word }) => word).join(''), ways: [words, ...joined] }
}

/** Judges services for one question. What was found out about a pair of words is kept: the same words stand in many phrases. */
export function judgeOf(question: Question): (phrases: readonly Phrase[]) => number {
  const known = new Map<Word, Map<Word, number>>()
  const fitOf: FitOf = (asked, word) => {
    const own = known.get(asked) ?? new Map<Word, number>()
    const fit = own.get(word) ?? wordFit(asked, word)
    own.set(word, fit)
    known.set(asked, own)
    return fit
  }
  return (phrases) => serviceScore(question, phrases, fitOf)
}

type FitOf = (asked: Word, word: Word) => number

/** How well a service fits what was asked, 0…1, by its phrases. */
function serviceScore(question: Question, phrases: readonly Phrase[], fitOf: FitOf): number {
  const read = phrases.map(({ phrase, kind }) => ({ words: wordsIn(phrase), kind, whole: phrase.replaceAll(' ', '') }))
  let best = 0
  for (const { words, kind, whole } of read) {
    const fit = Math.max(wholeFit(question.whole, whole), ...question.ways.map((way) => phraseFit(way, words, fitOf)))
    best = Math.max(best, fit * weightOfKind[kind])
  }
  // Its words may stand in several phrases: "Kosten Hund anmelden".
  const everywhere = read.flatMap(({ words, kind }) => words.map((word) => ({ word, share: weightOfKind[kind] })))
  const spread = Math.max(
    ...question.ways.map((way) => meanFit(way, (asked) => maxOf(everywhere, ({ word, share }) => fitOf(asked, word) * share))),
  )
  return Math.max(best, 0.86 * spread)
}

/** Written together or apart, with a slip: nearly the same. */
function wholeFit(asked: string, phrase: string): number {
  if (asked === phrase) return 1
  const slips = asked.length >= 8 && asked[0] === phrase[0] ? slipsBetween(asked, phrase, 2) : undefined
  return slips === undefined ? 0 : 0.98 - slips * 0.04
}

function phraseFit(asked: readonly Word[], phrase: readonly Word[], fitOf: FitOf): number {
  const fit = meanFit(asked, (word) => maxOf(phrase, (other) => fitOf(word, other)))
  const named = phrase.reduce((sum, { weight }) => sum + weight, 0)
  if (named === 0) return fit * 0.8
  const covered = phrase.reduce((sum, word) => sum + (word.weight > 0 ? word.weight * maxOf(asked, (other) => fitOf(other, word)) : 0), 0)
  return fit * (0.8 + 0.2 * (covered / named))
}

function meanFit(asked: readonly Word[], fitOf: (word: Word) => number): number {
  let [sum, all] = [0, 0]
  for (const word of asked) {
    sum += word.weight * fitOf(word)
    all += word.weight
  }
  return all === 0 ? 0 : sum / all
}

const maxOf = <T>(all: readonly T[], value: (one: T) => number): number => all.reduce((best, one) => Math.max(best, value(one)), 0)

/** What to look up in the index of phrases: the words as they are, together, and how long ones begin. */
export function lookedUp({ words, whole }: Question): string[] {
  const telling = words.some(({ weight }) => weight === 1) ? words.filter(({ weight }) => weight > 0.2) : words
  const beginnings = telling.flatMap(({ word, weight }) => (weight === 1 && word.length > 7 ? [word.slice(0, 5)] : []))
  return [...new Set([words.map(({ word }) => word).join(' '), whole, ...telling.map(({ word }) => word), ...beginnings])]
    .filter((text) => text.length > 1)
    .slice(0, 14)
}
