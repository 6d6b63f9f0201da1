import type { Mutant } from './mutant.ts'

export default {
  promise: 18,
  check: 'test/harness/armour.test.ts',
  fault: 'a policy that lets other sites show our pages in a frame',
  edits: [{ file: 'src/platform/http/answer.ts', find: "form-action 'self'; frame-ancestors 'none';", put: "form-action 'self';" }],
  says: /frame-ancestors is missing/,
} satisfies Mutant
