export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

/** More words than a text of 4,000 letters has. */
const MAX_WORDS = 2_500

/** What was taken out of a text and what came in, word by word (longest common subsequence). */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!)
      i++
      j++
    } else if (i < a.length && (j >= b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) add('gone', a[i++]!)
    else add('new', b[j++]!)
  }
  return pieces
}

/** Each with the blanks behind it, so that the pieces together are the text again; the rest of a very long one is one piece. */
function wordsOf(text: string): string[] {
  const words = text.match(/\s*\S+\s*$|\s*\S+\s+/g) ?? (text ? [text] : [])
  return words.length > MAX_WORDS ? [...words.slice(0, MAX_WORDS), words.slice(MAX_WORDS).join('')] : words
}
