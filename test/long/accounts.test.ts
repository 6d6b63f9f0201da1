import { env } from 'node:process'

// What test/harness/accounts.test.ts does, in its full size.
env.HARNESS_ACCOUNTS ??= '10000'
await import('../harness/accounts.test.ts')
