const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/**
 * Text for XML 1.0: marks escaped, characters that it does not know left out (section 2.2). A carriage return is written as a number,
 * because readers take a bare one for a line feed (section 2.11).
 */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"\r]/g, (sign) => named[sign]!)
