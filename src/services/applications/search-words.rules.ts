/** Enough to find somebody by her name or street, not the whole form. */
const MOST_SIGNS = 3000
/** Long texts are not what an application is looked for by. */
const LONGEST = 120

/** By which words staff finds an application: who sent it, and what is short in its answers. */
export function searchableWords(name: string | undefined, answers: unknown): string {
  const words = name ? [name] : []
  const waiting = [answers]
  for (let next = waiting.shift(); next !== undefined && words.join(' ').length < MOST_SIGNS; next = waiting.shift()) {
    if (typeof next === 'string' && next.length <= LONGEST) words.push(next)
    if (next !== null && typeof next === 'object') waiting.push(...Object.values(next))
  }
  return words.join(' ').slice(0, MOST_SIGNS)
}
