import { env } from 'node:process'

// What test/harness/neighbours.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/neighbours.test.ts')
