// `npm test`: all checks; the last lines say what failed, what passed only at a second try, and how many.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name: string) => join(root, 'node_modules', name)
const reports = mkdtempSync(join(tmpdir(), 'stadtplatz-checks-'))
const worthTelling = join(reports, 'worth-telling')

type Counts = { passed: number; failed: number }
/** `kept`: what it says is shown once it has ended, not in between what another one says. */
type Run = { title: string; args: string[]; kept?: boolean }

/** Whether it ended well. */
function run({ title, args, kept = false }: Run): Promise<boolean> {
  const since = Date.now()
  let words = ''
  if (!kept) process.stdout.write(`\n— ${title}\n`)
  const env = { ...process.env, WORTH_TELLING: worthTelling }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk
    })
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (status) => {
      if (kept) process.stdout.write(`\n— ${title}\n${words}`)
      process.stdout.write(`${title}: ${Math.round((Date.now() - since) / 1000)} s\n`)
      resolve(status === 0)
    })
  })
}

async function check(title: string, args: string[]): Promise<Counts> {
  if (await run({ title, args, kept: true })) return { passed: 1, failed: 0 }
  appendFileSync(worthTelling, `Failed\t${title}\n`)
  return { passed: 0, failed: 1 }
}

async function vitest(project: string, title: string): Promise<Counts> {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--reporter=./test/setup/worth-telling.ts']
  const good = await run({ title, args: [bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters] })
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    // A file that cannot even be loaded has no failed test, yet the run has failed.
    return { passed: numPassedTests, failed: good ? numFailedTests : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const fast = process.argv.includes('--fast')
const results = await Promise.all([
  check('types', [bin('typescript/bin/tsc'), '-p', root]),
  check('style', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
  check('structure', [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src']),
  check('dead code', [bin('knip/bin/knip.js')]),
  ...(fast
    ? []
    : [
        check('database types', [bin('tsx/dist/cli.mjs'), join(root, 'scripts/schema.ts'), '--check']),
        check('build', [join(root, 'scripts/build.ts')]),
      ]),
])
results.push(await vitest('program', 'unit and integration'))
if (!fast) {
  results.push(await vitest('oldest-database', 'oldest supported database'))
  // One after the other: side by side each waits for the other's browser, and what waits too long fails.
  results.push(await vitest('browser', 'browser'))
  results.push(await vitest('pages', 'every page'))
}
const told = existsSync(worthTelling) ? readFileSync(worthTelling, 'utf8').trim().split('\n') : []
rmSync(reports, { recursive: true, force: true })
for (const heading of ['Failed', 'Passed only at a second try']) {
  const lines = told.filter((line) => line.startsWith(`${heading}\t`)).map((line) => `  ${line.slice(heading.length + 1)}\n`)
  if (lines.length > 0) process.stdout.write(`\n${heading}:\n${lines.join('')}`)
}
const passed = results.reduce((sum, each) => sum + each.passed, 0)
const failed = results.reduce((sum, each) => sum + each.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
