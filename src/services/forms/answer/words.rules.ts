// Signs that no answer needs and that a database or a letter cannot keep.
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu

const asText = (raw: unknown): string | undefined =>
  typeof raw === 'string' ? raw : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined

/** One line, without spaces at its ends; undefined if it is no text, '' if nothing is left. */
export const lineOf = (raw: unknown): string | undefined =>
  asText(raw)
    ?.replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(unwanted, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim()

/** Several lines, each ended by one line feed. */
export const linesOf = (raw: unknown): string | undefined =>
  asText(raw)
    ?.replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unwanted, (sign) => (sign === '\n' ? sign : ''))
    .normalize('NFC')
    .trim()
