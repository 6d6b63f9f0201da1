import type { Mutant } from './mutant.ts'

export default {
  promise: 7,
  check: 'test/harness/network.test.ts',
  fault: 'a database that does not answer counts as a mistake of the program',
  edits: [{ file: 'src/platform/errors.ts', find: '    isSilent(thrown) ||\n', put: '' }],
  says: /500/,
} satisfies Mutant
