// `npm test`: all checks one after the other; the last line counts what passed and what failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name: string) => join(root, 'node_modules', name)
const reports = mkdtempSync(join(tmpdir(), 'stadtplatz-checks-'))

type Counts = { passed: number; failed: number }
const run = (title: string, args: string[], env: Record<string, string> = {}): boolean => {
  process.stdout.write(`\n— ${title}\n`)
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}
const check = (title: string, args: string[]): Counts => (run(title, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

function vitest(title: string, args: string[], env: Record<string, string> = {}): Counts {
  const file = join(reports, `${title.replaceAll(' ', '-')}.json`)
  const good = run(
    title,
    [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    env,
  )
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    // A file that cannot even be loaded has no failed test, yet the run has failed.
    return { passed: numPassedTests, failed: good ? numFailedTests : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const fast = process.argv.includes('--fast')
const results: Counts[] = [
  check('types', [bin('typescript/bin/tsc'), '-p', root]),
  check('style', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
  check('structure', [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src']),
  check('dead code', [bin('knip/bin/knip.js')]),
]
if (!fast) {
  results.push(check('database types', [bin('tsx/dist/cli.mjs'), join(root, 'scripts/schema.ts'), '--check']))
  results.push(check('build', [join(root, 'scripts/build.ts')]))
}
results.push(vitest('unit and integration', ['--project', 'program']))
if (!fast) {
  results.push(vitest('oldest supported database', ['--project', 'oldest-database']))
  results.push(vitest('browser', ['--project', 'browser']))
}
rmSync(reports, { recursive: true, force: true })
const passed = results.reduce((sum, each) => sum + each.passed, 0)
const failed = results.reduce((sum, each) => sum + each.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
