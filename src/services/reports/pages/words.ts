import { currentLocale } from '#platform/text.ts'
import type { Bilingual } from '../category.rules.ts'

/** The words of the catalogue in the language of the page. */
export const inWords = (text: Bilingual): string => text[currentLocale()] || text.de

/** The first words of a text, cut where a word ends. */
export function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))} …`
}
