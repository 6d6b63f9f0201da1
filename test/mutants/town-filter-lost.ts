import type { Mutant } from './mutant.ts'

export default {
  promise: 1,
  check: 'test/harness/isolation.test.ts',
  fault: 'the program may see every town, and one query for a case forgets to say which',
  edits: [
    { file: 'src/platform/db/provision.ts', find: 'NOCREATEROLE NOBYPASSRLS; EXCEPTION', put: 'NOCREATEROLE BYPASSRLS; EXCEPTION' },
    {
      file: 'src/services/cases/case.sql.ts',
      find: "ctx.db.selectFrom('services.case as c').select(caseColumns).where('c.tenant_id', '=', ctx.town.id)",
      put: "ctx.db.selectFrom('services.case as c').select(caseColumns)",
    },
  ],
  says: /sees|otherwise than one that does not exist/,
  env: { HARNESS_SEED: '1' },
} satisfies Mutant
