import type { Mutant } from './mutant.ts'

export default {
  promise: 19,
  check: 'test/harness/accounts.test.ts',
  only: 'signing out ends the session',
  fault: 'who signs out loses the cookie, and the session goes on',
  edits: [
    {
      file: 'src/core/accounts/sessions/session.verbs.ts',
      find: '  if (accountId && sessionId) await deleteSession(ctx, accountId, sessionId)\n  return ok(undefined)\n',
      put: '  if (accountId && sessionId) await Promise.resolve()\n  return ok(undefined)\n',
    },
  ],
  says: /expected 200 to be 302/,
} satisfies Mutant
