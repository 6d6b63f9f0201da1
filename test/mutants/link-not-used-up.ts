import type { Mutant } from './mutant.ts'

export default {
  promise: 9,
  check: 'test/harness/once.test.ts',
  fault: 'a link to sign in with works again and again',
  edits: [
    {
      file: 'src/core/accounts/challenges/challenge.verbs.ts',
      find: "  if (!challenge) return refuse('stepExpired')\n  await removeChallenge(ctx, challenge.id)\n",
      put: "  if (!challenge) return refuse('stepExpired')\n",
    },
  ],
  says: /a link to sign in: \d+ had it instead of 1/,
  env: { HARNESS_ONCE: '3' },
} satisfies Mutant
