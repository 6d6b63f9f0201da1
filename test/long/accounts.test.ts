import { env } from 'node:process'

// What test/harness/accounts.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/accounts.test.ts')
