import { env } from 'node:process'

// What test/harness/once.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/once.test.ts')
