import { createHistogram } from 'node:perf_hooks'
import autocannon from 'autocannon'

/** Latencies in milliseconds. `failed` counts answers other than the wanted one, broken lines and time-outs. */
export type Measured = { name: string; connections: number; perSecond: number; p50: number; p95: number; p99: number; failed: number }

export type PageScenario = { name: string; connections: number; path: string; headers?: Record<string, string> }
/** Done again and again by so many workers, each after the other; false where it failed. */
export type WorkScenario = { name: string; connections: number; work: (worker: number) => Promise<boolean> }
export type Scenario = PageScenario | WorkScenario

export const measure = (url: string, scenario: Scenario, seconds: number): Promise<Measured> =>
  'work' in scenario ? measureWork(scenario, seconds) : measurePage(url, scenario, seconds)

/** The load program reports the 97.5th percentile, not the 95th: ours is the stricter figure. */
async function measurePage(url: string, { name, connections, path, headers = {} }: PageScenario, seconds: number): Promise<Measured> {
  const options = { url: url + path, connections, headers }
  await autocannon({ ...options, duration: 2 })
  const { latency, requests, non2xx, errors, timeouts } = await autocannon({ ...options, duration: seconds })
  const failed = non2xx + errors + timeouts
  return { name, connections, perSecond: requests.average, p50: latency.p50, p95: latency.p97_5, p99: latency.p99, failed }
}

async function measureWork({ name, connections, work }: WorkScenario, seconds: number): Promise<Measured> {
  await rounds(connections, 2, work)
  const { histogram, failed, took } = await rounds(connections, seconds, work)
  const at = (percentile: number) => Math.round(histogram.percentile(percentile) / 100) / 10
  return { name, connections, perSecond: (histogram.count - failed) / took, p50: at(50), p95: at(95), p99: at(99), failed }
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
