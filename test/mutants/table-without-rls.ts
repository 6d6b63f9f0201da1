import type { Mutant } from './mutant.ts'

export default {
  promise: 2,
  check: 'src/platform/db/transaction.test.ts',
  only: 'keeps towns apart',
  fault: 'a table of towns without row-level security',
  edits: [
    {
      file: 'db/migrations/0026_case-tasks.sql',
      find: "SELECT platform.keep_towns_apart('services.case_task');",
      put: "SELECT platform.keep_towns_apart('services.case_task'); ALTER TABLE services.case_task DISABLE ROW LEVEL SECURITY;",
    },
  ],
  says: /rls/,
} satisfies Mutant
