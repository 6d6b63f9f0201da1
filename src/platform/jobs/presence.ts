import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import type { WorkerEvents } from 'graphile-worker'
import type { Pool } from '../db/pool.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { beat, forgetSilent, freeAbandoned, leave, onHost } from './presence.sql.ts'

const BEAT_MS = 10_000
const FREE_MS = 5_000

export type Presence = {
  /** What the worker of this process tells of itself. */
  events: WorkerEvents
  /** Gives back jobs of killed processes, now and again and again. `queue` connects as the owner. Returns how to stop. */
  watchOver(queue: Pool): Promise<() => void>
  stop(): Promise<void>
}

/** Says regularly that this process is there and what it has done, so that operators see it and others take over when it is gone. */
export async function startPresence(pool: Pool, roles: readonly string[], log: Log): Promise<Presence> {
  const me = { id: newId(), host: hostname(), pid: process.pid, roles }
  const workerIds = new Set<string>()
  const tasks: Record<string, { done: number; failed: number; at: string }> = {}
  const tell = () =>
    beat(pool, { ...me, workerIds: [...workerIds], tasks }).catch((err: unknown) => log.warn({ err }, 'presence was not noted'))

  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => {
    workerIds.add(worker.workerId)
    void tell()
  })
  events.on('job:complete', ({ job, error }) => {
    const { done, failed } = tasks[job.task_identifier] ?? { done: 0, failed: 0 }
    tasks[job.task_identifier] = error
      ? { done, failed: failed + 1, at: new Date().toISOString() }
      : { done: done + 1, failed, at: new Date().toISOString() }
  })

  await buryTheDead(pool, me.host)
  await tell()
  const timer = setInterval(tell, BEAT_MS).unref()

  return {
    events,
    async watchOver(queue) {
      const free = () => freeAbandoned(queue).catch((err: unknown) => log.warn({ err }, 'abandoned jobs were not given back'))
      await free()
      const watch = setInterval(free, FREE_MS).unref()
      return () => clearInterval(watch)
    },
    async stop() {
      clearInterval(timer)
      await leave(pool, [me.id]).catch(() => {})
    },
  }
}

/** Processes of this machine that were killed cannot say so; whether they run is easily seen. */
async function buryTheDead(pool: Pool, host: string): Promise<void> {
  await forgetSilent(pool)
  const dead = (await onHost(pool, host)).filter(({ pid }) => pid === process.pid || !runs(pid))
  await leave(
    pool,
    dead.map(({ id }) => id),
  )
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
