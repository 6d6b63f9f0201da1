import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { system, type Town } from '../context.ts'
import type { Pool } from '../db/pool.ts'
import { countJob } from '../metrics.ts'
import type { Job, Module, Schedule } from '../module.ts'
import { type Ground, inContext } from '../open-context.ts'
import { persistent } from './persistent.ts'

export type WorkerHouse = Ground & { modules: readonly Module[]; towns(): Promise<Town[]>; townById(id: string): Promise<Town | undefined> }

/** Runs the jobs and schedules of all modules until it is stopped; running ones are finished first. `pool` acts as owner of the queue. */
export async function startWorker(
  house: WorkerHouse,
  pool: Pool,
  events?: WorkerEvents,
  concurrency = 4,
): Promise<{ stop(): Promise<void> }> {
  const schedules = house.modules.flatMap((module) => module.schedules ?? [])
  const runner: Runner = await run({
    pgPool: persistent(pool),
    ...(events ? { events } : {}),
    logger: quietly(house.log),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: taskListOf(house, schedules),
    parsedCronItems: parseCronItems(
      schedules.map(({ name, cron }) => ({ task: `schedule ${name}`, match: cron, identifier: name, options: { maxAttempts: 5 } })),
    ),
  })
  return { stop: () => runner.stop() }
}

/** The queue's own words go to the program's log: what it repeats by itself is no error. */
const quietly = (log: Ground['log']): Logger => new Logger(() => (level, message) => log[level === 'error' ? 'warn' : 'debug'](message))

function taskListOf(house: WorkerHouse, schedules: Schedule[]): TaskList {
  const jobs = house.modules.flatMap((module) => module.jobs ?? [])
  return Object.fromEntries([
    ...jobs.map((job) => [job.name, counted(job.name, (payload) => runJob(house, job, payload))] as const),
    ...schedules.map((schedule) => [`schedule ${schedule.name}`, counted(schedule.name, () => runSchedule(house, schedule))] as const),
  ])
}

const counted = (name: string, task: (payload: unknown) => Promise<void>) => async (payload: unknown) => {
  try {
    await task(payload)
    countJob(name, 'done')
  } catch (error) {
    countJob(name, 'failed')
    throw error
  }
}

export async function runJob(house: WorkerHouse, job: Job, payload: unknown): Promise<void> {
  const { townId, ...rest } = payload as { townId: string }
  const town = await house.townById(townId)
  if (!town) return house.log.warn({ task: job.name, townId }, 'a job of a town that is gone')
  const parsed = job.payload.parse(rest)
  await inContext(house, { town, actor: system }, (ctx) => job.run(ctx, parsed as never))
}

async function runSchedule(house: WorkerHouse, { run: work }: Schedule): Promise<void> {
  const failures: unknown[] = []
  for (const town of await house.towns()) {
    try {
      await inContext(house, { town, actor: system }, work)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} towns failed`)
}
