import { slipsBetween } from '#core/search/index.ts'

/** Words that say little about which place is meant. */
const small = new Set([
  'am',
  'an',
  'auf',
  'bei',
  'beim',
  'das',
  'dem',
  'den',
  'der',
  'die',
  'im',
  'in',
  'of',
  'the',
  'vom',
  'von',
  'zu',
  'zum',
  'zur',
])
const weight = (word: string): number => (small.has(word) ? 1 : word === 'str' ? 2 : word.length)

/**
 * How well folded words fit a folded name: 1 the same, above 0.86 surely meant, about 0.7 begun or with a slip, 0 nothing in common.
 * Words may come in another order, in parts, joined or parted, and with slips.
 */
export function nameScore(asked: string, name: string): number {
  if (asked === name) return 1
  const [a, b] = [asked.replaceAll(' ', ''), name.replaceAll(' ', '')]
  if (a === b) return 0.98
  const score = Math.max(slipScore(a, b), wordsScore(asked.split(' '), name.split(' ')))
  // A wrong digit is another place, not a slip.
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') ? score : score * 0.8
}

/** One slip in a long word is nearly sure; beyond a third of the letters nothing is left. */
function slipScore(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const slips = slipsBetween(a, b, Math.floor(longest / 3))
  if (slips === undefined) return 0
  return longest >= 6 && slips === 1 ? 0.92 : Math.max(0, 1 - (slips / longest) * 1.4 - 0.03)
}

function wordsScore(asked: readonly string[], name: readonly string[]): number {
  let [sum, all] = [0, 0]
  const used = new Set<number>()
  for (const word of asked) {
    const scores = name.map((other) => wordScore(word, other))
    const best = Math.max(...scores)
    if (best > 0) used.add(scores.indexOf(best))
    sum += best * weight(word)
    all += weight(word)
  }
  const named = name.reduce((total, word) => total + weight(word), 0)
  const covered = name.reduce((total, word, i) => total + (used.has(i) ? weight(word) : 0), 0)
  return all === 0 ? 0 : (sum / all) * (0.7 + 0.27 * (covered / named))
}

function wordScore(asked: string, word: string): number {
  if (asked === word) return 1
  if (word.startsWith(asked)) return asked.length >= 2 ? 0.72 + 0.2 * (asked.length / word.length) : 0.3
  const slip = slipScore(asked, word)
  if (asked.length >= 4 && word.includes(asked)) return Math.max(slip, 0.6 + 0.2 * (asked.length / word.length))
  return slip
}
