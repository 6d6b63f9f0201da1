import type { Mutant } from './mutant.ts'

export default {
  promise: 4,
  check: 'test/long/crash.test.ts',
  project: 'long',
  fault: 'what is acknowledged lies in memory only for a moment longer',
  edits: [
    {
      file: 'src/platform/db/transaction.ts',
      find: "client.query(`BEGIN${readOnly ? ' READ ONLY' : ''}${townId",
      put: "client.query(`BEGIN${readOnly ? ' READ ONLY' : '; SET LOCAL synchronous_commit = off'}${townId",
    },
  ],
  says: /lost/,
  env: { CRASH_SEED: 'first' },
} satisfies Mutant
