import { env } from 'node:process'

// What test/harness/effects.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/effects.test.ts')
