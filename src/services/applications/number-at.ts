import { z } from 'zod'
import { readNumber } from '../cases/index.ts'

/** A number in an address, however somebody typed it; what cannot be a number is not found. */
export const NumberAt = z.object({
  number: z
    .string()
    .max(20)
    .transform((typed, check) => {
      const number = readNumber(typed)
      if (number) return number
      check.addIssue({ code: 'custom', message: 'error.invalid' })
      return z.NEVER
    }),
})
