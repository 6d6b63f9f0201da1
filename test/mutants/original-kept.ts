import type { Mutant } from './mutant.ts'

export default {
  promise: 20,
  check: 'test/harness/uploads.test.ts',
  fault: 'beside the picture that was drawn anew its original stays, with all that it says of place and maker',
  edits: [
    {
      file: 'src/core/files/scan.verbs.ts',
      find: "    else if (file.kind === 'image') await store.remove(`${file.key}/original`)\n",
      put: '',
    },
  ],
  says: /lies in the store/,
} satisfies Mutant
