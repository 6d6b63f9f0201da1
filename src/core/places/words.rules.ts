/** How people write the name of a place, made the same: small letters, ä → ae, ß → ss, Straße → str, no signs. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(foldWord)
    .join(' ')
}

function foldWord(word: string): string {
  if (word === 'sankt') return 'st'
  if (word === 'pl') return 'platz'
  // Also what stands there while somebody is still typing "straße", and the usual slips.
  return word.replace(/str(a|as|ass|ase|asse|sse|assse)$/, 'str')
}

/** The number on a plate as it is compared: `L-10234`, `l 10234` → `l10234`. */
export const plainNumber = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
