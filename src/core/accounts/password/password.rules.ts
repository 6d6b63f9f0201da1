import { z } from 'zod'
import { weakWords } from './weak-words.ts'

export const MIN_PASSWORD = 10

/**
 * True for what is guessed first: a weak word, also twice or with digits and signs around it; too few different
 * characters; or a row on the keyboard or of digits. Length does the rest (NIST SP 800-63B: no rules about kinds of characters).
 */
export function isCommon(password: string): boolean {
  const small = password.toLowerCase()
  if (new Set(small).size < 5) return true
  const letters = small.replace(/[^a-zäöüß]+/g, '')
  if (letters.length > 0 && (weakWords.has(letters) || isTwice(letters))) return true
  return rows.some((row) => row.includes(small) || [...row].reverse().join('').includes(small))
}

const isTwice = (letters: string): boolean => {
  const half = letters.slice(0, letters.length / 2)
  return half + half === letters && weakWords.has(half)
}

const rows = [
  '012345678901234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertzuiopüasdfghjklöäyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
]

export const Password = z
  .string()
  .min(MIN_PASSWORD)
  .max(200)
  .refine((password) => !isCommon(password), 'accounts.error.passwordCommon')
