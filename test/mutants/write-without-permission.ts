import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/permissions.test.ts',
  fault: 'a form is taken without asking for the permission of its route',
  edits: [
    {
      file: 'src/platform/http/write.ts',
      find: '    deny(ctx, route.may, asked)\n    const hash',
      put: '    const hash',
    },
  ],
  says: /may not POST/,
} satisfies Mutant
