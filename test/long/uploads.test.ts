import { env } from 'node:process'

// What test/harness/uploads.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/uploads.test.ts')
