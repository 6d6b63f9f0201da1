import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/acting.test.ts',
  fault: 'a form keeps fields that it does not have',
  edits: [
    {
      file: 'src/services/letters/head/letter-head.rules.ts',
      find: 'export const LetterHead = z.object({',
      put: 'export const LetterHead = z.looseObject({',
    },
  ],
  says: /letter_head/,
  env: { HARNESS_SEED: '1' },
} satisfies Mutant
