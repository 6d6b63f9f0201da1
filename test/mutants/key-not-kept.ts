import type { Mutant } from './mutant.ts'

export default {
  promise: 6,
  check: 'test/harness/repeats.test.ts',
  fault: 'the answer to a request is not kept, so that a repeat is done again',
  edits: [{ file: 'src/platform/http/write.ts', find: 'if (keyed) ctx.soon(remember(ctx, key, hash, answer))', put: 'void remember' }],
  says: /effects|repeated, it answers/,
  env: { HARNESS_REPEATS: '12' },
} satisfies Mutant
