import type { Mutant } from './mutant.ts'

export default {
  promise: 12,
  check: 'test/harness/fuzz.test.ts',
  fault: 'forms take characters that PostgreSQL cannot keep',
  edits: [{ file: 'src/platform/http/body.ts', find: "value.toWellFormed().replaceAll('\\0', '')", put: 'value' }],
  says: /invalid byte sequence|answers 500/,
  env: { HARNESS_SEED: '1' },
} satisfies Mutant
