import type { Mutant } from './mutant.ts'

export default {
  promise: 23,
  check: 'test/browser/pages.test.ts',
  project: 'pages',
  only: 'axe finds nothing on any page',
  fault: 'a page does not say in which language it is written, so that it is read aloud in another one',
  edits: [{ file: 'src/design/shell/page.tsx', find: '<html lang={locale} data-kern-theme', put: '<html data-kern-theme' }],
  says: /html-has-lang/,
} satisfies Mutant
