import type { Mutant } from './mutant.ts'

export default {
  promise: 18,
  check: 'test/harness/armour.test.ts',
  fault: 'cookies that scripts may read',
  edits: [{ file: 'src/platform/http/cookie.ts', find: "${httpOnly ? '; HttpOnly' : ''}", put: '' }],
  says: /without HttpOnly/,
} satisfies Mutant
