import { env } from 'node:process'

// What test/harness/repeats.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/repeats.test.ts')
