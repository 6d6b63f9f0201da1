import { speakableCode } from '#platform/ids.ts'

/** A number nobody can guess or count from: kind letter and eight characters, `M-7K4P-29QX`. */
export function newNumber(letter: string): string {
  const code = speakableCode(8)
  return `${letter}-${code.slice(0, 4)}-${code.slice(4)}`
}

/** Has letters alone, and one that numbers leave out because it is easily misread. */
const WORD = /^[A-Z]+[BILOSUV][A-Z]*$/

/** The number as it is kept, from what somebody typed or read aloud: `m7k4p 29qx`. Undefined if it cannot be one, as `Baustelle`. */
export function readNumber(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (WORD.test(bare)) return undefined
  return /^[A-Z][0-9A-Z]{8}$/.test(bare) ? `${bare[0]}-${bare.slice(1, 5)}-${bare.slice(5)}` : undefined
}

/** Twelve characters in groups of four, as they are shown and printed. */
export const showCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code as it was made, from what somebody typed. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
