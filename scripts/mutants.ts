// `npm run test:mutants [-- name …]`: plants one deliberate fault after the other in a copy of the program and shows that its check
// finds it. The last line counts what was found and what was not.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from '#platform/root.ts'
import type { Mutant } from '../test/mutants/mutant.ts'
import { buildIfStale } from './build-if-stale.ts'

const COPIED = [
  'src',
  'test',
  'db',
  'scripts',
  'public',
  'bench',
  'dist',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
]
const folder = join(root, 'test', 'mutants')
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const wanted = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((name) => /^[\w-]+\.ts$/.test(name) && name !== 'mutant.ts')
  .map((name) => basename(name, '.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))

/** The program as it is, with nothing of the test's own folders shared but the packages. */
function copyOfProgram(): string {
  const copy = mkdtempSync(join(tmpdir(), 'stadtplatz-mutant-'))
  for (const name of [...COPIED, ...readdirSync(root).filter((each) => /^vite\..*config\.ts$/.test(each))])
    cpSync(join(root, name), join(copy, name), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

function plant(copy: string, { edits }: Mutant): void {
  for (const { file, find, put } of edits) {
    const text = readFileSync(join(copy, file), 'utf8')
    if (text.split(find).length !== 2) throw new Error(`${file} has ${text.split(find).length - 1} times: ${find}`)
    writeFileSync(
      join(copy, file),
      text.replace(find, () => put),
    )
  }
}

type Outcome = { assertionResults: { status: string; fullName: string; failureMessages: string[] }[]; message: string }

/** Undefined when the check found the fault, otherwise why not. */
function findsIt(copy: string, { check, project = 'program', only, says, env = {} }: Mutant): string | undefined {
  const report = join(copy, 'report.json')
  const { status } = spawnSync(
    process.execPath,
    [
      ...[
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        project,
        '--reporter=json',
        `--outputFile=${report}`,
        '--retry=0',
      ],
      ...(only ? ['-t', only] : []),
      check,
    ],
    { cwd: copy, env: { ...process.env, ...env }, stdio: 'ignore' },
  )
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: Outcome[] }
  const failed = testResults.flatMap((file) => file.assertionResults.filter((each) => each.status === 'failed'))
  if (failed.length === 0)
    return status === 0 ? 'the check passed' : `the check did not run: ${testResults[0]?.message.slice(0, 500) ?? ''}`
  const words = failed.flatMap((each) => each.failureMessages).join('\n')
  return says.test(words) ? undefined : `it failed, but not because of this: ${words.slice(0, 800)}`
}

buildIfStale()
const missed: string[] = []
for (const name of names) {
  const { default: mutant } = (await import(join(folder, `${name}.ts`))) as { default: Mutant }
  const started = Date.now()
  const copy = copyOfProgram()
  try {
    plant(copy, mutant)
    const why = findsIt(copy, mutant)
    if (why) missed.push(name)
    say(
      `${why ? 'MISSED' : 'found '} ${name} (${Math.round((Date.now() - started) / 1000)} s): ${mutant.fault}${why ? `\n       ${why}` : ''}`,
    )
  } catch (error) {
    missed.push(name)
    say(`MISSED ${name}: ${error}`)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
say(`\n${names.length - missed.length} found, ${missed.length} missed${missed.length > 0 ? `: ${missed.join(', ')}` : ''}`)
process.exitCode = missed.length === 0 && names.length > 0 ? 0 : 1
