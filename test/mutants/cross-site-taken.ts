import type { Mutant } from './mutant.ts'

export default {
  promise: 18,
  check: 'test/harness/armour.test.ts',
  fault: 'a form sent by another site is taken',
  edits: [{ file: 'src/platform/http/request.ts', find: "return site !== 'same-origin' && site !== 'none'", put: 'return false' }],
  says: /answers .* to .*cross-site/,
} satisfies Mutant
