import type { Mutant } from './mutant.ts'

export default {
  promise: 23,
  check: 'test/harness/texts.test.ts',
  fault: 'a text that only Germans can read',
  edits: [
    {
      file: 'src/platform/texts.ts',
      find: "    'error.email': 'Please enter a valid e-mail address, for example name@example.org.',\n",
      put: '',
    },
  ],
  says: /error\.email/,
} satisfies Mutant
