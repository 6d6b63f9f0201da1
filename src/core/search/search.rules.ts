import type { SearchHit } from '#platform/module.ts'

/** Hits of one kind, the best first. `kind` is the text key of the group's heading. */
export type Group = { kind: string; hits: SearchHit[] }

/** Groups in the order of their best hit; empty ones are left out. */
export const ranked = (groups: readonly Group[]): Group[] =>
  groups
    .filter(({ hits }) => hits.length > 0)
    .map(({ kind, hits }) => ({ kind, hits: [...hits].sort((a, b) => b.score - a.score) }))
    .sort((a, b) => (b.hits[0]?.score ?? 0) - (a.hits[0]?.score ?? 0))

/** Words as they are compared: small letters, ä → ae, without accents and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const threes = (word: string): Set<string> => {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}

/** How much of a word occurs in the likest word of a text, 0…1, by groups of three letters: typing errors cost little. */
function wordIn(asked: string, words: readonly string[]): number {
  const wanted = threes(asked)
  const share = (word: string) => {
    const there = threes(word)
    return [...wanted].filter((three) => there.has(three)).length / wanted.size
  }
  return words.reduce((best, word) => Math.max(best, word.startsWith(asked) ? 1 : share(word)), 0)
}

/** How well some words fit a text, 0…1: the mean over the words. */
export function likeness(asked: string, text: string): number {
  const wanted = plain(asked).split(' ').filter(Boolean)
  const words = plain(text).split(' ').filter(Boolean)
  if (wanted.length === 0 || words.length === 0) return 0
  return wanted.reduce((sum, word) => sum + wordIn(word, words), 0) / wanted.length
}
