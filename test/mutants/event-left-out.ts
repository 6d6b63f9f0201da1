import type { Mutant } from './mutant.ts'

export default {
  promise: 22,
  check: 'test/harness/acting.test.ts',
  fault: 'a change of an organisation leaves no event',
  edits: [
    {
      file: 'src/core/organisations/organisation.verbs.ts',
      find: "  await record(ctx, OrganisationCreated, { about: [{ type: 'organisation', id: organisation.id }], data: { kind: organisation.kind } })\n",
      put: '',
    },
  ],
  says: /organisationen/,
  env: { HARNESS_SEED: '1' },
} satisfies Mutant
