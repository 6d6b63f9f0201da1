import { env } from 'node:process'

// What test/harness/looking.test.ts does, in its full size.
env.HARNESS_SIZE ??= 'long'
await import('../harness/looking.test.ts')
