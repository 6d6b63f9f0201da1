import type { Mutant } from './mutant.ts'

export default {
  promise: 20,
  check: 'test/harness/uploads.test.ts',
  fault: 'a file is handed out before the scanner has judged it',
  edits: [{ file: 'src/core/files/readers.ts', find: "  if (file.state !== 'clean') return false\n", put: '' }],
  says: /is readable before the verdict/,
} satisfies Mutant
