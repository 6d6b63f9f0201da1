import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#platform/root.ts'
import { machineNow } from '../machine.ts'
import { allowedScans } from './allowed.ts'
import type { Explained } from './explain.ts'
import type { PageCount } from './pages.ts'
import { judged, type Scan, withoutValues } from './plan.rules.ts'

type Outcome = { dataDir: string; found: readonly Explained[]; pages: readonly PageCount[]; unreached: readonly string[] }

const SLOW_MS = 500

/** Prints what was found and writes it down; the exit code. */
export function report(say: (text: string) => void, { dataDir, found, pages, unreached }: Outcome): number {
  const sites = new Set(found.map(({ statement }) => statement.site))
  const { wrong, unneeded } = judged(
    found.flatMap(({ scans }) => scans),
    allowedScans,
    sites,
  )
  writeFileSync(join(dataDir, 'sql-plans.txt'), found.map(planText).join('\n\n'))
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  const counts = { machine: machineNow(), statements: found.length, unreached, pages }
  writeFileSync(join(root, 'bench/results/sql.json'), `${JSON.stringify(counts, null, 2)}\n`)

  say(`\nStatements of the pages with the most (made afresh):`)
  for (const { route, what, statements, ms } of pages.slice(0, 25))
    say(`${String(statements).padStart(4)} ${String(ms).padStart(8)} ms  ${route} ${what}`)
  const slow = pages.filter(({ ms }) => ms >= SLOW_MS).sort((a, b) => b.ms - a.ms)
  say(`\nSlower than ${SLOW_MS} ms by themselves (${slow.length}):`)
  for (const { route, what, statements, ms } of slow)
    say(`${String(statements).padStart(4)} ${String(ms).padStart(8)} ms  ${route} ${what}`)
  const longest = found
    .filter(({ statement }) => statement.slowestMs >= SLOW_MS)
    .sort((a, b) => b.statement.slowestMs - a.statement.slowestMs)
  say(`\nStatements that took longer than ${SLOW_MS} ms (${longest.length}):`)
  for (const { statement } of longest) say(`${String(Math.round(statement.slowestMs)).padStart(8)} ms  ${statement.site}`)
  for (const { route, what, status } of pages.filter(({ status }) => status >= 500)) say(`ANSWERED WITH ${status}: ${route} ${what}`)
  const failed = found.filter((one) => one.failed)
  for (const { statement, failed: why } of failed) say(`not explained: ${statement.site}: ${why}`)
  say(`\n${found.length} statements of ${sites.size} functions explained; plans in ${join(dataDir, 'sql-plans.txt')}`)
  say(`\nNot reached by this run (${unreached.length}):\n${unreached.map((one) => `  ${one}`).join('\n')}`)
  for (const { site, table } of unneeded) say(`allowed, but no longer needed: ${site} reads ${table}`)
  for (const { site, table } of distinct(wrong)) say(`READS A LARGE TABLE FROM FRONT TO BACK: ${site} reads ${table}`)
  return wrong.length > 0 ? 1 : 0
}

const distinct = (scans: readonly Scan[]): Scan[] => [...new Map(scans.map((scan) => [`${scan.site} ${scan.table}`, scan])).values()]

const planText = ({ statement, generic, custom, scans, failed }: Explained): string =>
  [
    `# ${statement.site} (sent ${statement.times} times)${scans.length > 0 ? ` READS ALL OF ${scans.map(({ table }) => table).join(', ')}` : ''}`,
    withoutValues(statement.text.replace(/\s+/g, ' ').trim()).slice(0, 2_000),
    ...(failed
      ? [failed]
      : ['- for any values', ...generic, ...(custom.join() === generic.join() ? [] : ['- for those it was sent with', ...custom])]),
  ].join('\n')
