import { env } from 'node:process'

// What test/harness/steps.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/steps.test.ts')
