import type { Mutant } from './mutant.ts'

export default {
  promise: 12,
  check: 'test/harness/fuzz.test.ts',
  fault: 'what somebody wrote stands in its field again as it was sent',
  edits: [
    {
      file: 'src/design/forms/field.tsx',
      find: '<textarea {...common} rows={props.rows} value={inputText(value)} data-char-count-target="input"',
      put: '<textarea {...common} rows={props.rows} dangerouslySetInnerHTML={{ __html: inputText(value) }} data-char-count-target="input"',
    },
  ],
  says: /script without src|stray <|onerror|closes </,
  env: { HARNESS_SEED: '1' },
} satisfies Mutant
