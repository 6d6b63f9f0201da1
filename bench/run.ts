// `npm run bench [-- GROUP …|NAME …] [--compare FILE] [--rounds N]`: measures the built program on this machine, at least three rounds
// of each scenario, and writes bench/results/{group}.json. `--compare` prints ratios to an earlier file and marks what is beyond noise.
// The database in .data/bench is kept: `DATA_DIR=.data/bench npm run seed -- --size city` fills it with a million reports.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '#platform/root.ts'
import { compared, isOfNow } from './compare.ts'
import { sayDuplicates } from './duplicates.ts'
import { machineNow } from './machine.ts'
import { type Measured, measure } from './measure.ts'
import { groups, LacksData } from './scenarios.ts'
import { settled } from './settled.ts'
import { comparisonLines, tableHead, tableLine } from './table.ts'
import { benchTown } from './town.ts'

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { compare: { type: 'string' }, rounds: { type: 'string', default: '3' } },
})
const rounds = Math.max(3, Number(options.rounds) || 3)
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
type Stored = { machine: ReturnType<typeof machineNow>; results: Measured[] }
const earlier = options.compare ? (JSON.parse(readFileSync(options.compare, 'utf8')) as Stored) : undefined

// Needs no program and no load: the rules alone, over the labelled pairs.
if (wanted.length === 0 || wanted.includes('duplicates')) sayDuplicates(say)
if (wanted.length > 0 && wanted.every((word) => word === 'duplicates')) process.exit(0)

const town = await benchTown(say)
try {
  await settled(town.databaseUrl, say)
  const machine = { ...machineNow(), postgresql: await town.version() }
  say(
    `${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}, PostgreSQL ${machine.postgresql}; database, web, worker and load on this machine; a fixed loop takes ${machine.loopMs} ms, load average ${machine.loadAverage}; ${rounds} rounds of ${seconds} s, the middle one is shown\n`,
  )
  if (earlier)
    say(
      `Compared with ${options.compare}: ${earlier.machine.cpu}, fixed loop ${earlier.machine.loopMs} ms, load average ${earlier.machine.loadAverage ?? 'not told'}, ${earlier.machine.at}\n`,
    )
  for (const [group, scenarios] of Object.entries(groups)) {
    // To prepare a group may send something and needs its data: groups that were not asked for are left alone.
    if (wanted.length > 0 && !wanted.includes(group) && wanted.every((word) => word in groups || word === 'duplicates')) continue
    const prepared = await scenarios(town.url).catch((error: unknown) => {
      if (!(error instanceof LacksData) || wanted.includes(group)) throw error
      say(`${group} is left out: ${error.message}\n`)
      return []
    })
    const found = prepared.filter(({ name }) => wanted.length === 0 || wanted.includes(group) || wanted.includes(name))
    if (found.length === 0) continue
    say(tableHead(group))
    const results: Measured[] = []
    for (const scenario of found) {
      const row = await measure(town.url, scenario, { seconds, rounds, watch: town.watch })
      results.push(row)
      say(tableLine(row))
    }
    const memory = town.memory()
    say(`memory: web ${memory.web} MiB, worker ${memory.worker} MiB, database ${memory.database} MiB\n`)
    const both = earlier ? compared(earlier.results, results) : []
    if (both.length > 0) for (const line of comparisonLines(both)) say(line)
    else if (earlier)
      say(`${options.compare} ${isOfNow(earlier.results) ? 'has none of these scenarios' : 'was written in an older shape: run it anew'}.`)
    // Single scenarios are for looking closer.
    if (wanted.length > 0 && !wanted.includes(group)) continue
    mkdirSync(join(root, 'bench/results'), { recursive: true })
    const stored = { machine, reports: await town.count(), seconds, rounds, memoryMiB: memory, results }
    writeFileSync(join(root, `bench/results/${group}.json`), `${JSON.stringify(stored, null, 2)}\n`)
  }
} finally {
  await town.stop()
}
