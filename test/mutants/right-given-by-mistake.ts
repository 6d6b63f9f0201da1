import type { Mutant } from './mutant.ts'

export default {
  promise: 16,
  check: 'test/harness/permissions.test.ts',
  fault: 'one role has every right, whatever the table says',
  edits: [
    {
      file: 'src/core/organisations/actor.ts',
      find: '...held.flatMap((role) => [...permissionsOfRole(role)])]',
      put: "...held.flatMap((role) => [...permissionsOfRole(role === 'crew' ? 'lead' : role)])]",
    },
  ],
  says: /crew may not/,
} satisfies Mutant
