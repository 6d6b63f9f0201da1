import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/steps.test.ts',
  fault: 'a step is taken from a state from which the table does not allow it',
  edits: [
    {
      file: 'src/platform/process.ts',
      find: 'if (!from.includes(at.state)) return',
      put: "if (!from.includes(at.state) && verb !== 'start') return",
    },
  ],
  says: /start in/,
} satisfies Mutant
