import { env } from 'node:process'

// What test/harness/fuzz.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/fuzz.test.ts')
