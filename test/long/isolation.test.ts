import { env } from 'node:process'

// What test/harness/isolation.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/isolation.test.ts')
