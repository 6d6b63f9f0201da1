import { env } from 'node:process'

// What test/harness/effects.test.ts does, in its full size.
env.HARNESS_EFFECTS ??= '10000'
await import('../harness/effects.test.ts')
