import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/steps.test.ts',
  fault: 'whoever works on reports works on those of every unit',
  edits: [
    {
      file: 'src/services/cases/step.verbs.ts',
      find: 'return ({ unitId }) => unitId !== undefined && units.has(unitId)',
      put: 'return ({ unitId }) => unitId !== undefined || units.size > 0',
    },
  ],
  says: /other unit/,
} satisfies Mutant
