import type { LatLon } from './place.rules.ts'
import { fold, plainNumber } from './words.rules.ts'

/** What a line of words may mean. Street names and names are folded. */
export type Asked =
  | ({ kind: 'point' } & LatLon)
  | { kind: 'asset'; plain: string; digits: string; assetKind?: string }
  | { kind: 'crossing'; pairs: readonly (readonly [string, string])[] }
  | { kind: 'between'; street: string; from: number; to: number }
  | { kind: 'address'; street: string; number: number; suffix: string }
  | { kind: 'name'; name: string }

/** What somebody wrote: its possible meanings, and a part of the town named behind a comma. */
export type Question = { meanings: readonly Asked[]; district: string }

/** Words for things with plates, German and English. */
const assetWords: Readonly<Record<string, string>> = {
  lamp: 'laterne|strassenlaterne|strlaterne|lampe|strassenlampe|leuchte|strassenleuchte|lichtmast|lamp|streetlamp|light',
  tree: 'baum|tree',
  bench: 'bank|sitzbank|parkbank|bench',
  bin: 'muelleimer|papierkorb|abfalleimer|abfallkorb|bin',
  fountain: 'brunnen|fountain',
  playground: 'spielplatz|playground',
  busStop: 'haltestelle|bushaltestelle|bus stop|stop',
  recycling: 'container|glascontainer|altglas|wertstoffinsel|recycling',
}

/** Reads one line of words. `townName` at the end is left out, as is a postcode with what follows it. */
export function understand(line: string, townName = ''): Question {
  const text = line.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 200)
  const point = pointIn(text)
  if (point) return { meanings: [{ kind: 'point', ...point }], district: '' }
  const plate = assetIn(text)
  // `B 489` is a road as well.
  if (plate) return { meanings: /\d{4}/.test(text) ? [plate] : [plate, { kind: 'name', name: fold(text) }], district: '' }
  const { words, district } = withoutTown(text, townName)
  if (!fold(words)) return { meanings: [], district: '' }
  const meanings = [crossingIn(words), betweenIn(words), addressIn(words), { kind: 'name', name: fold(words) } as const]
  return { meanings: meanings.filter((meaning) => meaning !== undefined), district }
}

/** `51.7421, 9.6123` · `51,7421 9,6123` · `51.7421° N 9.6123° E` */
function pointIn(text: string): LatLon | undefined {
  const match = /^(-?\d{1,2}[.,]\d+)°?\s*[NS]?\s*[,;/ ]\s*(-?\d{1,3}[.,]\d+)°?\s*[EOW]?$/i.exec(text)
  if (!match) return undefined
  const [lat, lon] = [Number(match[1]?.replace(',', '.')), Number(match[2]?.replace(',', '.'))]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

/** `Dorfstraße 3, 62413 Lindenfurt` → `Dorfstraße 3`; `Dorfstraße 3, Auental` → also the district `auental`. */
function withoutTown(text: string, townName: string): { words: string; district: string } {
  const town = fold(townName)
  const noPostcode = text.replace(/(,\s*|(?<=\d[a-z]?)\s+)\d{5}\b.*$|\s+\d{5}\s+\p{L}.*$/iu, '')
  const [first = '', ...rest] = noPostcode.split(',').map((part) => part.trim())
  const named = rest.filter((part) => part && fold(part) !== town)
  const tail = named.at(-1)
  const district = tail && !/\d/.test(tail) ? (named.pop() ?? '') : ''
  return { words: withoutEnd([first, ...named].join(' '), town), district: fold(district) }
}

/** `Rathaus Lindenfurt`, `Markt in Lindenfurt` → without the town. */
function withoutEnd(text: string, town: string): string {
  const words = text.split(' ')
  const kept = words.slice(0, -town.split(' ').length)
  if (!town || kept.length === 0 || fold(words.slice(kept.length).join(' ')) !== town) return text
  return (kept.length > 1 && kept.at(-1) === 'in' ? kept.slice(0, -1) : kept).join(' ')
}

function assetIn(text: string): Asked | undefined {
  const plate = /^([a-zA-Z]{1,2})[\s-]?(\d{3,6})$/.exec(text)
  if (plate) return { kind: 'asset', plain: plainNumber(text), digits: '' }
  const match = /^(?:([a-z ]+?)\s+)?(?:nr|nummer|no|number)?\s*(?:([a-z]{1,2})\s*)?(\d{3,6})$/.exec(fold(text))
  if (!match) return undefined
  const [, word, letters, digits = ''] = match
  const assetKind = Object.entries(assetWords).find(([, words]) => words.split('|').includes(word ?? ''))?.[0]
  if (word && !assetKind) return undefined
  return { kind: 'asset', plain: letters ? letters + digits : '', digits, ...(assetKind ? { assetKind } : {}) }
}

const cornerWord = /^(?:an der |at the )?(?:ecke|kreuzung|einm(?:ü|ue)ndung|corner|crossing)(?: (?:von|der|of))?[ :]+/i
const joint = /\s*(?:\/|&|\+|;)\s*|\s+(?:ecke|kreuzung|x|mit|und|and|corner)\s+/i

/** `Ecke A B` · `A / B` · `A Ecke B` · `A und B`. Without a joint every cut between two words is a possibility. */
function crossingIn(text: string): Asked | undefined {
  const bare = text.replace(cornerWord, '')
  const parts = bare.split(joint).map(fold).filter(Boolean)
  if (parts.length === 2 && !/\d/.test(bare)) return { kind: 'crossing', pairs: [[parts[0] ?? '', parts[1] ?? '']] }
  const words = fold(bare).split(' ')
  if (parts.length !== 1 || words.length < 2 || words.length > 8 || /\d/.test(bare)) return undefined
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const)
  const two = bare === text ? cuts.filter((pair) => pair.every(streetLike)) : cuts
  return two.length > 0 ? { kind: 'crossing', pairs: two } : undefined
}

/** Two names without any word for a corner are only taken for one when both look like streets. */
const streetLike = (folded: string): boolean =>
  /(str|weg|gasse|allee|ring|platz|damm|ufer|winkel|promenade|pfad|tangente|markt)$/.test(folded)

/** `Lindenstraße 12–20` · `Lindenstraße zwischen 12 und 20` · `zwischen Lindenstraße 12 und 20` */
function betweenIn(text: string): Asked | undefined {
  const match =
    /^(?:zwischen |between )?(.*?\p{L}.*?)[\s,]+(?:zwischen |between |von |from )?(?:nr\.? ?)?(\d{1,4}) ?[a-z]? ?(?:-|–|bis|und|to|and) ?(?:nr\.? ?)?(\d{1,4}) ?[a-z]?$/iu.exec(
      text,
    )
  return match ? { kind: 'between', street: fold(match[1] ?? ''), from: Number(match[2]), to: Number(match[3]) } : undefined
}

/** `Lindenstraße 12` · `lindenstr.12a` · `Lindenstraße Nr. 12 a` · `12 Lindenstraße` */
function addressIn(text: string): Asked | undefined {
  const behind = /^(.*?\p{L}.*?)[\s,.]*?(?:\b(?:nr|nummer|hausnummer|hausnr|no)\b\.?)?\s*(\d{1,4})\s*-?([a-z])?$/iu.exec(text)
  const before = behind ? undefined : /^(\d{1,4})\s?([a-z])?[\s,]+(.*\p{L}.*)$/iu.exec(text)
  const [street, number, suffix] = behind ? [behind[1], behind[2], behind[3]] : [before?.[3], before?.[1], before?.[2]]
  const folded = fold(street ?? '')
  return folded && number ? { kind: 'address', street: folded, number: Number(number), suffix: (suffix ?? '').toLowerCase() } : undefined
}
