import { env } from 'node:process'

// What test/harness/acting.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/acting.test.ts')
