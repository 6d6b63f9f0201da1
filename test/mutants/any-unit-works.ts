import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/steps.test.ts',
  fault: 'whoever works on reports works on those of every unit',
  edits: [
    {
      file: 'src/services/cases/step.verbs.ts',
      find: "  return refuse('notYourUnit')\n}\n\ntype Given",
      put: '  return ok(true)\n}\n\ntype Given',
    },
  ],
  says: /other unit/,
} satisfies Mutant
