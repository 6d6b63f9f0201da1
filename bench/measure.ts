import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import autocannon from 'autocannon'

/** Latencies in milliseconds. `failed` counts answers other than the wanted one, broken lines and time-outs. */
type Timed = { name: string; connections: number; perSecond: number; p50: number; p95: number; p99: number; failed: number; done: number }
/**
 * And the processor time of one request in program and database, milliseconds: other work on the machine changes it little. `few` is
 * measured with two callers: with as many as the machine can bear, times tell how long the queue is.
 */
export type Measured = Timed & { programMs: number; databaseMs: number; few: WithFew | undefined }
type WithFew = Pick<Timed, 'perSecond' | 'p50' | 'p95' | 'p99' | 'failed'>
export type Cpu = () => { program: number; database: number }

export type PageScenario = { name: string; connections: number; path: string; headers?: Record<string, string> }
/** Done again and again by so many workers, each after the other; false where it failed. */
export type WorkScenario = { name: string; connections: number; work: (worker: number) => Promise<boolean> }
export type Scenario = PageScenario | WorkScenario

export async function measure(url: string, scenario: Scenario, seconds: number, cpu: Cpu): Promise<Measured> {
  await ('work' in scenario ? rounds(scenario.connections, WARM_UP, scenario.work) : load(url, scenario, WARM_UP))
  const before = cpu()
  const timed = await ('work' in scenario ? measureWork(scenario, seconds) : measurePage(url, scenario, seconds))
  const after = cpu()
  const each = (used: number) => Math.round((used / Math.max(1, timed.done)) * 100) / 100
  const few = 'work' in scenario ? undefined : await withFew(url, scenario, seconds)
  return { ...timed, programMs: each(after.program - before.program), databaseMs: each(after.database - before.database), few }
}

async function withFew(url: string, scenario: PageScenario, seconds: number): Promise<WithFew> {
  const { perSecond, p50, p95, p99, failed } = await measurePage(url, { ...scenario, connections: 2 }, seconds)
  return { perSecond, p50, p95, p99, failed }
}

const WARM_UP = 2

const load = (url: string, { connections, path, headers = {} }: PageScenario, seconds: number, took?: (milliseconds: number) => void) =>
  autocannon({
    url: url + path,
    connections,
    headers,
    duration: seconds,
    setupClient: (client) => void client.on('response', (_status, _bytes, time) => took?.(time)),
  })

/** Times are kept here, because the load program tells the 97.5th percentile and not the 95th. */
async function measurePage(url: string, scenario: PageScenario, seconds: number): Promise<Timed> {
  const histogram = createHistogram()
  const note = (took: number) => histogram.record(Math.max(1, Math.round(took * 1_000)))
  const { requests, non2xx, errors, timeouts } = await load(url, scenario, seconds, note)
  const { name, connections } = scenario
  const failed = non2xx + errors + timeouts
  return { name, connections, perSecond: requests.average, ...percentiles(histogram), failed, done: requests.total }
}

const percentiles = (histogram: RecordableHistogram) => {
  const at = (percentile: number) => Math.round(histogram.percentile(percentile) / 100) / 10
  return { p50: at(50), p95: at(95), p99: at(99) }
}

async function measureWork({ name, connections, work }: WorkScenario, seconds: number): Promise<Timed> {
  const { histogram, failed, took } = await rounds(connections, seconds, work)
  const done = histogram.count
  return { name, connections, perSecond: (done - failed) / took, ...percentiles(histogram), failed, done }
}

async function rounds(workers: number, seconds: number, work: (worker: number) => Promise<boolean>) {
  const histogram = createHistogram()
  const [begin, end] = [performance.now(), performance.now() + seconds * 1_000]
  let failed = 0
  const go = async (worker: number): Promise<void> => {
    while (performance.now() < end) {
      const at = performance.now()
      if (!(await work(worker))) failed += 1
      histogram.record(Math.max(1, Math.round((performance.now() - at) * 1_000)))
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => go(worker)))
  return { histogram, failed, took: (performance.now() - begin) / 1_000 }
}
