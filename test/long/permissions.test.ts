import { env } from 'node:process'

// What test/harness/permissions.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/permissions.test.ts')
