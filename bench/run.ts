// `npm run bench [-- GROUP …|NAME …]`: measures the built program on this machine and writes bench/results/{group}.json.
// The database in .data/bench is kept: `DATA_DIR=.data/bench npm run seed -- --size city` fills it with a million reports.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#platform/root.ts'
import { sayDuplicates } from './duplicates.ts'
import { machineNow } from './machine.ts'
import { measure } from './measure.ts'
import { groups } from './scenarios.ts'
import { settled } from './settled.ts'
import { benchTown } from './town.ts'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const say = (text: string): void => void process.stdout.write(`${text}\n`)

// Needs no program and no load: the rules alone, over the labelled pairs.
if (wanted.length === 0 || wanted.includes('duplicates')) sayDuplicates(say)
if (wanted.length > 0 && wanted.every((word) => word === 'duplicates')) process.exit(0)

const town = await benchTown(say)
try {
  // A program without worker leaves its jobs to others.
  if (!process.env.ROLES) await settled(town.databaseUrl, say)
  const machine = machineNow()
  say(
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}; database, program and load on this machine; a fixed loop takes ${machine.loopMs} ms\n`,
  )
  for (const [group, scenarios] of Object.entries(groups)) {
    const chosen = (name: string) => wanted.length === 0 || wanted.includes(group) || wanted.includes(name)
    const found = (await scenarios(town.url)).filter(({ name }) => chosen(name))
    if (found.length === 0) continue
    say(
      `${group.padEnd(27)} conn      /s     p50     p95     p99  failed program database | two callers: /s  p50     p95     p99   (milliseconds; program and database of processor time)`,
    )
    const results = []
    for (const scenario of found) {
      const row = await measure(town.url, scenario, SECONDS, town.cpu)
      results.push(row)
      const figures = [
        row.connections,
        row.perSecond.toFixed(row.perSecond < 100 ? 1 : 0),
        row.p50,
        row.p95,
        row.p99,
        row.failed,
        row.programMs,
        row.databaseMs,
      ]
      const few = row.few ? [row.few.perSecond.toFixed(0), row.few.p50, row.few.p95, row.few.p99] : []
      const columns = (values: readonly (string | number)[]) => values.map((value) => String(value).padStart(7)).join(' ')
      say(`${row.name.padEnd(24)} ${columns(figures)} | ${columns(few)}`)
    }
    // Single scenarios are for looking closer.
    if (wanted.length > 0 && !wanted.includes(group)) continue
    mkdirSync(join(root, 'bench/results'), { recursive: true })
    const stored = { machine, reports: await town.count(), seconds: SECONDS, results }
    writeFileSync(join(root, `bench/results/${group}.json`), `${JSON.stringify(stored, null, 2)}\n`)
  }
} finally {
  await town.stop()
}
