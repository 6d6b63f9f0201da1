/** A key for something by its name, such as `anzahlDerHunde`; one that is taken gets a number. Keys stay when names change. */
export function freeKey(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const words = plainLetters(name).match(/[a-z0-9]+/g) ?? []
  const joined = words
    .slice(0, 5)
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, 32)
  const key = joined ? joined.charAt(0).toLowerCase() + joined.slice(1) : otherwise
  return unused(key, taken, '')
}

/** The same with hyphens, for addresses: `hund-anmelden`. */
export function freeSlug(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const slug = (plainLetters(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 50).replace(/-$/, '')
  return unused(slug || otherwise, taken, '-')
}

const plainLetters = (name: string): string =>
  name.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '')

function unused(key: string, taken: ReadonlySet<string>, between: string): string {
  let n = 2
  let free = key
  while (taken.has(free)) free = `${key}${between}${n++}`
  return free
}
