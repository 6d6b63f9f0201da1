// `npm run bench [-- NAME …]`: measures the built program on this machine and writes bench/results/{name}.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { root } from '#platform/root.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { benchTown } from './town.ts'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const measure = async (url: string, scenario: Scenario) => {
  const options = { url: `${url}${scenario.path}`, connections: scenario.connections, headers: scenario.headers ?? {} }
  await autocannon({ ...options, duration: 2 })
  const result = await autocannon({ ...options, duration: SECONDS })
  const failed = result.non2xx + result.errors + result.timeouts
  return {
    name: scenario.name,
    connections: scenario.connections,
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    failed,
  }
}

const town = await benchTown(say)
try {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    at: new Date().toISOString(),
  }
  say(`${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}; database, program and load on this machine\n`)
  say('scenario                        conn      /s     p50     p95*    p99   failed')
  const results = []
  for (const scenario of await scenarios(town.url)) {
    if (wanted.length > 0 && !wanted.some((word) => scenario.name.includes(word))) continue
    const row = await measure(town.url, scenario)
    results.push(row)
    say(
      [row.name.padEnd(30), row.connections, row.perSecond, `${row.p50} ms`, `${row.p95} ms`, `${row.p99} ms`, row.failed]
        .map((cell, index) => (index ? String(cell).padStart(7) : cell))
        .join(' '),
    )
  }
  say('* 97.5th percentile, the nearest that the load program reports')
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  writeFileSync(join(root, 'bench/results/pages.json'), `${JSON.stringify({ machine, seconds: SECONDS, results }, null, 2)}\n`)
} finally {
  await town.stop()
}
