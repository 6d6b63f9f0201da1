import { defineConfig } from 'vitest/config'

const shared = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } } }
// Files share the modules that were loaded already: loading them anew for each took two fifths of the time.
const together = { isolate: false }
const limits = { testTimeout: 30_000, hookTimeout: 90_000, globalSetup: ['test/setup/cluster.ts'] }

/** Each starts a demo and looks at it as people do, one file after the other. */
const inBrowser = {
  ...limits,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  globalSetup: ['test/setup/demo-server.ts'],
  fileParallelism: false,
  // A live page may be asked for anew while a form is on its way; docs/known-gaps.md names the case.
  retry: 1,
  // What is waited for comes when the machine gets to it, like everything that the browser itself waits for.
  expect: { poll: { timeout: 20_000 } },
}

/**
 * `program`: rules, verbs and routes. `oldest-database`: the same SQL on PostgreSQL 15. `browser`: tasks in a real browser.
 * `pages`: every page in a real browser.
 */
export default defineConfig({
  test: {
    // One more than the two cores that the checks are made for: many tests wait, for a lock, a clock or a neighbour that is silent.
    maxWorkers: 3,
    projects: [
      {
        ...shared,
        test: {
          name: 'program',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/long/**'],
          ...together,
          ...limits,
        },
      },
      {
        ...shared,
        test: {
          name: 'oldest-database',
          include: ['src/platform/db/*.test.ts', 'src/{core,services}/**/*.{sql,verbs}.test.ts', 'src/core/memory/*.test.ts'],
          ...together,
          ...limits,
          globalSetup: ['test/setup/oldest-cluster.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: ['test/browser/pages.test.ts'],
          ...inBrowser,
        },
      },
      { ...shared, test: { name: 'pages', include: ['test/browser/pages.test.ts'], ...inBrowser } },
      { ...shared, test: { name: 'long', include: ['test/long/**/*.test.ts'], ...limits, testTimeout: 7_200_000, fileParallelism: false } },
    ],
  },
})
