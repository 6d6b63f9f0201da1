import type { Mutant } from './mutant.ts'

export default {
  promise: 8,
  check: 'test/harness/neighbours.test.ts',
  only: 'no virus scanner',
  fault: 'where the scanner does not answer files count as clean',
  edits: [{ file: 'src/core/files/scan.verbs.ts', find: "    return 'unknown'\n", put: "    return 'clean'\n" }],
  says: /expected 200 to be 404/,
} satisfies Mutant
