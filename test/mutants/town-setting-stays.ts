import type { Mutant } from './mutant.ts'

export default {
  promise: 2,
  check: 'test/harness/interleaving.test.ts',
  fault: 'the town of a transaction stays set for the next one on the same connection',
  edits: [{ file: 'src/platform/db/transaction.ts', find: '; SET LOCAL app.tenant_id', put: '; SET app.tenant_id' }],
  says: /sees/,
  env: { HARNESS_INTERLEAVING: '2000' },
} satisfies Mutant
