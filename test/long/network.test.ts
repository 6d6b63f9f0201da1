import { env } from 'node:process'

// What test/harness/network.test.ts does, twenty times.
env.HARNESS_SIZE ??= 'long'
await import('../harness/network.test.ts')
