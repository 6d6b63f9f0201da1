import autocannon from 'autocannon'
import { percentile, type Spread, spread } from './rounds.rules.ts'

/** Times in milliseconds. `failed` counts answers other than the wanted one, broken lines and time-outs. */
type Round = { perSecond: number; p50: number; p95: number; p99: number; failed: number; done: number }
/** Of processor time, which other work on the machine changes little: one request in web, worker and database. */
type Used = { webMs: number; workerMs: number; databaseMs: number }
export type Figure = Exclude<keyof (Round & Used), 'failed' | 'done'>
/** What a scenario came to over all rounds. `statements`: of one request of its own. `webMiB`: most memory of the web process meanwhile. */
export type Measured = { name: string; callers: number; rounds: number; failed: number; statements: number; webMiB: number } & Record<
  Figure,
  Spread
>

/** What the program under load has used until now. */
export type Watch = {
  cpu: () => { web: number; worker: number; database: number }
  statements: () => Promise<number>
  webMiB: () => number
}

export type PageScenario = { name: string; callers: number; path: string; headers?: Record<string, string> }
/** Done again and again by so many workers, each after the other; false where it failed. */
export type WorkScenario = { name: string; callers: number; work: (worker: number) => Promise<boolean> }
export type Scenario = PageScenario | WorkScenario

const WARM_UP = 2

/** Warms up, then measures so many rounds. */
export async function measure(
  url: string,
  scenario: Scenario,
  { seconds, rounds, watch }: { seconds: number; rounds: number; watch: Watch },
): Promise<Measured> {
  await once(url, scenario, WARM_UP)
  const statements = await statementsOf(url, scenario, watch)
  const all: (Round & Used)[] = []
  let webMiB = 0
  const look = setInterval(() => {
    webMiB = Math.max(webMiB, watch.webMiB())
  }, 200)
  for (let i = 0; i < rounds; i++) {
    const before = watch.cpu()
    const round = await once(url, scenario, seconds)
    const after = watch.cpu()
    const each = (part: keyof typeof before) => Math.round(((after[part] - before[part]) / Math.max(1, round.done)) * 100) / 100
    all.push({ ...round, webMs: each('web'), workerMs: each('worker'), databaseMs: each('database') })
  }
  clearInterval(look)
  const over = (figure: Figure): Spread => spread(all.map((round) => round[figure]))
  return {
    name: scenario.name,
    callers: scenario.callers,
    rounds,
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    statements,
    webMiB: Math.round(webMiB),
    perSecond: over('perSecond'),
    p50: over('p50'),
    p95: over('p95'),
    p99: over('p99'),
    webMs: over('webMs'),
    workerMs: over('workerMs'),
    databaseMs: over('databaseMs'),
  }
}

/** The fewest of some requests one after the other: now and then one reads anew what is kept for a while. */
async function statementsOf(url: string, scenario: Scenario, { statements }: Watch): Promise<number> {
  const counts: number[] = []
  for (let i = 0; i < ('work' in scenario ? 1 : 5); i++) {
    const before = await statements()
    if ('work' in scenario) await scenario.work(0)
    else await (await fetch(url + scenario.path, { headers: scenario.headers ?? {}, redirect: 'manual' })).arrayBuffer()
    counts.push((await statements()) - before)
  }
  return Math.min(...counts)
}

const once = (url: string, scenario: Scenario, seconds: number): Promise<Round> =>
  'work' in scenario ? workRound(scenario, seconds) : pageRound(url, scenario, seconds)

/** Times are kept here, because the load program tells the 97.5th percentile and not the 95th. */
async function pageRound(url: string, { callers, path, headers = {} }: PageScenario, seconds: number): Promise<Round> {
  const times: number[] = []
  const { requests, non2xx, errors, timeouts } = await autocannon({
    url: url + path,
    connections: callers,
    headers,
    duration: seconds,
    setupClient: (client) => void client.on('response', (_status, _bytes, time) => times.push(time)),
  })
  return { perSecond: requests.average, ...percentiles(times), failed: non2xx + errors + timeouts, done: requests.total }
}

const percentiles = (times: readonly number[]) => {
  const at = (percent: number) => Math.round(percentile(times, percent) * 10) / 10
  return { p50: at(50), p95: at(95), p99: at(99) }
}

async function workRound({ callers, work }: WorkScenario, seconds: number): Promise<Round> {
  const times: number[] = []
  const begin = performance.now()
  let failed = 0
  const go = async (worker: number): Promise<void> => {
    while (performance.now() < begin + seconds * 1_000) {
      const at = performance.now()
      if (!(await work(worker))) failed += 1
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, worker) => go(worker)))
  const done = times.length
  return { perSecond: (done - failed) / ((performance.now() - begin) / 1_000), ...percentiles(times), failed, done }
}
