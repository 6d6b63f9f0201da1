import { env } from 'node:process'

// What test/harness/once.test.ts does, in its full size.
env.HARNESS_ONCE ??= '500'
await import('../harness/once.test.ts')
