import { env } from 'node:process'

// What test/harness/repeats.test.ts does, in its full size.
env.HARNESS_REPEATS ??= '1000'
await import('../harness/repeats.test.ts')
