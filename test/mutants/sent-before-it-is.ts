import type { Mutant } from './mutant.ts'

export default {
  promise: 5,
  check: 'test/harness/effects.test.ts',
  fault: 'a letter is noted as sent before it is handed to the server',
  edits: [
    {
      file: 'src/platform/mail/mail.jobs.ts',
      find: '    ctx.afterCommit(async () => {\n',
      put: '    await markSent(ctx, mailId, { keepWords: false })\n    ctx.afterCommit(async () => {\n',
    },
  ],
  says: /was never accepted/,
  env: { HARNESS_EFFECTS: '200' },
} satisfies Mutant
