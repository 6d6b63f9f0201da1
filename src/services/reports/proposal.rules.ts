import type { Category } from './category.rules.ts'
import { fold, jaccard, tellingWords, triples } from './folding.rules.ts'

/** `score` 0 to 1; from 0.5 on the text names the thing. */
export type Proposal = { categoryId: string; code: string; score: number }

/**
 * Categories that a text points to, best first: a keyword in it (a stem counts inside a longer word: "laterne" in
 * "Straßenlaternen"), else a word that is nearly one, so that typing errors do no harm.
 */
export function proposeCategories(text: string, categories: readonly Category[], limit = 4): Proposal[] {
  const folded = fold(text)
  const words = tellingWords(text)
  if (words.length === 0) return []
  const wordTriples = words.map((word) => triples([word]))
  return categories
    .map(({ id, code, keywords, name }) => {
      const stems = [...new Set([...keywords, name.de, name.en].map(fold))].filter((stem) => stem.length > 1)
      const points = stems.map((stem) => pointsOf(stem, folded, wordTriples)).sort((a, b) => b - a)
      // Several keywords of one category say more than one, but ever less.
      const sum = points.slice(0, 4).reduce((total, point, at) => total + point / 2 ** at, 0)
      return { categoryId: id, code, score: Math.round((1 - Math.exp(-sum)) * 1000) / 1000 }
    })
    .filter(({ score }) => score >= 0.2)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

/** Long stems are rarely there by chance; a short one must be a word of its own. What is said first counts more than what follows. */
function pointsOf(stem: string, folded: string, words: readonly Set<string>[]): number {
  const text = ` ${folded} `
  const early = (at: number) => 0.4 * (1 - at / text.length)
  const begins = text.indexOf(stem.length < 5 ? ` ${stem} ` : ` ${stem}`)
  if (begins >= 0 && !empty.has(stem)) return 0.9 + Math.min(0.5, stem.length / 20) + early(begins)
  const inside = stem.length < 5 ? -1 : text.indexOf(stem)
  if (inside >= 0) return 0.7 + Math.min(0.5, stem.length / 24) + early(inside)
  if (stem.length < 5 || stem.includes(' ')) return 0
  const own = triples([stem])
  const nearest = Math.max(...words.map((word) => jaccard(own, word)))
  return nearest >= 0.45 ? nearest * 0.7 : 0
}

/** Words of greetings that are keywords as well: "tag" of a sprayer, and "Guten Tag". */
const empty = new Set(['tag', 'day'])
