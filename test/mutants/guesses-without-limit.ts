import type { Mutant } from './mutant.ts'

export default {
  promise: 19,
  check: 'test/harness/accounts.test.ts',
  fault: 'guesses count by network alone, and there are many networks',
  edits: [
    {
      file: 'src/core/accounts/guessing/guessing.verbs.ts',
      find: "return await take(ctx, keyOf(what, 'strangers', whom), allowances.strangers)",
      put: 'return true',
    },
  ],
  says: /less than or equal to 100/,
} satisfies Mutant
