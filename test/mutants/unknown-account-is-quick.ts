import type { Mutant } from './mutant.ts'

export default {
  promise: 19,
  check: 'test/harness/accounts.test.ts',
  only: 'sign in',
  fault: 'no password is compared where there is no account, so that the answer comes sooner',
  edits: [
    {
      file: 'src/core/accounts/sign-in/sign-in.verbs.ts',
      find: 'const right = await verifyPassword(password, account?.passwordHash)',
      put: 'const right = account?.passwordHash ? await verifyPassword(password, account.passwordHash) : false',
    },
  ],
  says: /"hashes":0/,
} satisfies Mutant
