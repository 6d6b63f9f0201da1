// `npm test`: all checks; the last lines say what passed only at a second try, what passed and what failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name: string) => join(root, 'node_modules', name)
const reports = mkdtempSync(join(tmpdir(), 'stadtplatz-checks-'))
const secondTries = join(reports, 'second-tries')

type Counts = { passed: number; failed: number }
/** `kept`: what it says is shown once it has ended, not in between what another one says. */
type Run = { title: string; args: string[]; kept?: boolean }

/** Whether it ended well. */
function run({ title, args, kept = false }: Run): Promise<boolean> {
  const since = Date.now()
  let words = ''
  if (!kept) process.stdout.write(`\n— ${title}\n`)
  const env = { ...process.env, SECOND_TRIES: secondTries }
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

const check = async (title: string, args: string[]): Promise<Counts> =>
  (await run({ title, args, kept: true })) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

async function vitest(project: string, title: string, { kept = false } = {}): Promise<Counts> {
  const file = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--reporter=./test/setup/second-tries.ts']
  const good = await run({ title, args: [bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters], kept })
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
  // Each has a demo of its own; one alone has both cores to do only now and then.
  results.push(...(await Promise.all([vitest('browser', 'browser'), vitest('pages', 'every page', { kept: true })])))
}
const again = existsSync(secondTries) ? readFileSync(secondTries, 'utf8').trim().split('\n') : []
rmSync(reports, { recursive: true, force: true })
if (again.length > 0) process.stdout.write(`\nPassed only at a second try:\n${again.map((line) => `  ${line}\n`).join('')}`)
const passed = results.reduce((sum, each) => sum + each.passed, 0)
const failed = results.reduce((sum, each) => sum + each.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
