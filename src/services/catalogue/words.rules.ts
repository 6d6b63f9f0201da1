import { LRUCache } from 'lru-cache'
import { plain, slipsBetween } from '#core/search/index.ts'

/** A word that somebody asked for or that stands in a phrase: how much it says about which service is meant, its stem, what it does. */
export type Word = { word: string; weight: number; stem: string; doing: string | undefined }

const wordsOf = (text: string): string[] => text.trim().split(/\s+/)

/** They stand in every question and say nothing. */
const empty = new Set(
  wordsOf(`aber als am an auf aus bei beim bin bis bitte braucht brauche da damit darf das dass dem den der des die dies diese doch du durch ein eine
  einem einen einer eines er es fuer gibt habe haben hat hier ich ihr ihre im in ins ist ja kann koennen machen man mein meine meinem meinen
  meiner mich mir mit moechte muss muessen nach nicht noch nun nur ob oder ohne sein sich sie sind so soll um und uns unser unsere vom von vor
  wann warum was welche welchen welches wenn wer werden wie wieder will wir wird wo wohin wollen zu zum zur
  a about after am an and any are at be can do does for from get have how i if in is it me my need of on or our should the this to us want
  we what when where which who why will with you your`),
)

/** They fit very many services: what one does with papers, and what everybody asks. */
const general = new Set(
  wordsOf(`amt antrag antraege antragsformular beantragen beantragung bekommen benoetigte bezahlen buergeramt buergerbuero formular formulare
  gebuehr gebuehren holen jahr kosten online preis rathaus service stadt stelle stellen termin unterlagen zahlen zustaendig zustaendigkeit ausstellen
  ausstellung dauer adresse oeffnungszeiten telefonnummer hilfe info informationen
  apply application appointment authority city cost costs desk fee fees form forms help hours much office online opening papers pay price
  request town`),
)

/** What is done with a thing: it tells services about one thing apart. Each is known by the beginnings of its words. */
const doings: readonly (readonly [string, readonly string[]])[] = [
  ['anmelden', ['anmeld', 'anzumeld', 'angemeld', 'register', 'registr', 'einschreib']],
  ['abmelden', ['abmeld', 'abzumeld', 'abgemeld', 'deregister', 'deregistr', 'unregister']],
  ['ummelden', ['ummeld', 'umzumeld', 'umgemeld']],
  ['aendern', ['aender', 'wechsel', 'change', 'changing']],
  ['verlaengern', ['verlaenger', 'erneuer', 'abgelauf', 'renew', 'extend', 'expired']],
  ['verlieren', ['verlor', 'verlier', 'verlust', 'gestohl', 'diebstahl', 'geklaut', 'lost', 'stolen']],
]

/** Endings that make other forms of the same word. */
const stemOf = (word: string): string => (word.length > 4 ? word.replace(/(ern|en|er|es|em|n|e|s)$/, '') : word)

const doingOf = (word: string): string | undefined => doings.find(([, begins]) => begins.some((begin) => word.startsWith(begin)))?.[0]

const known = new LRUCache<string, Word>({ max: 20_000 })

/** The same words stand in very many phrases: what is known of one is kept. */
export function wordOf(word: string): Word {
  const found = known.get(word)
  if (found) return found
  const doing = doingOf(word)
  const weight = empty.has(word) ? 0 : doing ? 0.45 : general.has(word) ? 0.12 : 1
  const made = { word, weight, stem: stemOf(word), doing }
  known.set(word, made)
  return made
}

/** The words of a text in the form in which they are compared: small letters, ä → ae, without signs. */
export const foldedWords = (text: string): Word[] => wordsIn(plain(text))

/** The same for a text that is folded already. */
export const wordsIn = (folded: string): Word[] => folded.split(' ').filter(Boolean).map(wordOf)

/** Slips that may be in a word of this length. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 12 ? 2 : 3)

/**
 * How well a word that was asked for fits a word of a phrase, 0…1: the same, another form of it, a beginning, a part of a compound
 * ("Parkausweis" in "Bewohnerparkausweis", "Hundesteuer" for "Hund"), or with slips.
 */
export function wordFit(asked: Word, other: Word): number {
  if (asked.word === other.word) return 1
  // One letter is between "anmelden" and "abmelden".
  if (asked.doing || other.doing) return asked.doing === other.doing ? 0.97 : 0
  if (asked.stem === other.stem) return 0.97
  return Math.max(partFit(asked.stem, other.stem), slipFit(asked.word, other.word), slipFit(asked.stem, other.stem))
}

function partFit(a: string, b: string): number {
  const share = a.length < b.length ? a.length / b.length : b.length / a.length
  if (a.length >= 3 && b.startsWith(a)) return 0.76 + 0.2 * share
  if (a.length >= 4 && b.endsWith(a)) return 0.72 + 0.2 * share
  if (b.length >= 4 && a.startsWith(b)) return 0.58 + 0.3 * share
  if (b.length >= 4 && a.endsWith(b)) return 0.5 + 0.3 * share
  if (a.length >= 5 && b.includes(a)) return 0.6 + 0.2 * share
  if (b.length >= 5 && a.includes(b)) return 0.45 + 0.3 * share
  return beginningFit(a, b)
}

/** Two compounds that begin alike: "Hundesteuer" and "Hundemarke". */
function beginningFit(a: string, b: string): number {
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  return same >= 5 ? 0.75 * (same / Math.max(a.length, b.length)) : 0
}

function slipFit(a: string, b: string): number {
  // A word that begins and ends otherwise is another word; it saves the counting of slips for nearly all of them.
  if (a[0] !== b[0] && a.slice(-3) !== b.slice(-3)) return 0
  const allowed = slipsAllowed(Math.min(a.length, b.length))
  const slips = allowed > 0 ? slipsBetween(a, b, allowed) : undefined
  if (slips === undefined) return 0
  // The first letter is seldom wrong: "Pass" is no "Bass".
  return 0.97 - slips * (0.55 / Math.max(4, Math.min(a.length, b.length))) * 1.6 - (a[0] === b[0] ? 0 : 0.12)
}
