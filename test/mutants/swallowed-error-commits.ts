import type { Mutant } from './mutant.ts'

export default {
  promise: 2,
  check: 'test/harness/interleaving.test.ts',
  fault: 'the ROLLBACK with which PostgreSQL answers the commit of a failed transaction passes as success',
  edits: [{ file: 'src/platform/db/transaction.ts', find: "if (command !== 'COMMIT') throw", put: "if (command === 'NEVER') throw" }],
  says: /was committed|were acknowledged/,
  env: { HARNESS_INTERLEAVING: '2000' },
} satisfies Mutant
