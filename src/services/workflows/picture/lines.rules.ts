const MOST = 20

/** Words in at most two lines that fit into a box; what does not fit ends with three dots. */
export function linesOf(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= MOST) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const [first = '', second, ...more] = lines.map((line) => (line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line))
  if (second === undefined) return [first]
  return [first, more.length ? `${second.slice(0, MOST - 1)}…` : second]
}
