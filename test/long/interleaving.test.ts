import { env } from 'node:process'

// What test/harness/interleaving.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/interleaving.test.ts')
