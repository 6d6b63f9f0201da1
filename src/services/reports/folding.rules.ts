const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Small letters without umlauts and accents, words parted by one blank: "Gehweg-Platte lose!" becomes "gehweg platte lose". */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const stop = new Set(
  `aber alle als am an auch auf aus bei beim bitte bin da das dass dem den der des die dies diese dieser dort ein eine einem einen einer
  eines er es fuer ganz gibt habe haben hat hier ich ihr im in ist ja kann kein keine man mehr mich mir mit nach nicht noch nur oder schon
  sehr sein seit sich sie sind so ueber um und uns unten vom von vor war was wenn werden wie wieder wir wird wurde zu zum zur
  a an and are at be been by for from has have here in is it its my of on or please since so that the there this to very was we with`
    .split(/\s+/)
    .filter(Boolean),
)

const streetName = /(strasse|str|weg|gasse|platz|allee|ring|damm|ufer)$/
/** End like a name of a street and are the thing itself. */
const noStreet = new Set(['weg', 'gehweg', 'radweg', 'fussweg', 'feldweg', 'waldweg', 'parkplatz', 'spielplatz', 'sportplatz', 'bolzplatz'])

/** Words that tell something: folded, without stop words and without names of streets, which near reports share anyway. */
export const tellingWords = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 1 && !stop.has(word) && (noStreet.has(word) || !streetName.test(word)))

/** Letter triples of all words, each word with two blanks before and one after it, as pg_trgm makes them. */
export function triples(words: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const word of words) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** Share of common members (Jaccard), 0 to 1; two empty sets have nothing in common. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const member of a) if (b.has(member)) common++
  return common / (a.size + b.size - common)
}
