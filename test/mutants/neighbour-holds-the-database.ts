import type { Mutant } from './mutant.ts'

export default {
  promise: 8,
  check: 'test/harness/neighbours.test.ts',
  only: 'no file store',
  fault: 'a picture is fetched from the file store while its transaction is open',
  edits: [
    {
      file: 'src/core/files/serve.routes.ts',
      find: "return () => answer(ctx, file, part, { etag: headers.get('if-none-match'), signed, everybody })",
      put: "return await answer(ctx, file, part, { etag: headers.get('if-none-match'), signed, everybody })",
    },
  ],
  says: /while the file store says nothing: .* answers 503/,
} satisfies Mutant
