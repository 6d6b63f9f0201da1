import type { Mutant } from './mutant.ts'

export default {
  promise: 12,
  check: 'test/harness/fuzz.test.ts',
  fault: 'the words of a search stand in the page as they were sent',
  edits: [
    {
      file: 'src/core/search/search.view.tsx',
      find: '        <p class="search-count" role="status">\n          {t(\'search.count\', { count, words })}\n        </p>',
      put: '        <p class="search-count" role="status" dangerouslySetInnerHTML={{ __html: words }} />',
    },
  ],
  says: /GET \/suche/,
  env: { HARNESS_FUZZ: '15000', HARNESS_SEED: '1' },
} satisfies Mutant
