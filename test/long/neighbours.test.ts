import { env } from 'node:process'

// What test/harness/neighbours.test.ts does, in its full size.
env.HARNESS_NEIGHBOURS ??= '300'
await import('../harness/neighbours.test.ts')
