import type { Mutant } from './mutant.ts'

export default {
  promise: 2,
  check: 'test/harness/catalogue.test.ts',
  fault: 'what is unique in one town is unique over all, so that one town notices what another has',
  edits: [
    {
      file: 'db/migrations/0026_case-tasks.sql',
      find: "SELECT platform.keep_towns_apart('services.case_task');",
      put: "SELECT platform.keep_towns_apart('services.case_task'); CREATE UNIQUE INDEX case_task_only ON services.case_task (id);",
    },
  ],
  says: /case_task_only/,
} satisfies Mutant
