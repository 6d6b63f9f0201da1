import { EventEmitter } from 'node:events'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { WorkerEvents } from 'graphile-worker'
import type { Pool } from '../db/pool.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { beat, bury, forgetSilent, freeAbandoned, freeUnheard, leave, onHost } from './presence.sql.ts'

const BEAT_MS = 10_000
const FREE_MS = 5_000
const WATCH_MS = 1_000

export type Presence = {
  /** What the worker of this process tells of itself. */
  events: WorkerEvents
  /** Forgets killed processes and gives back their jobs, now and again and again. `queue` connects as the owner. Returns how to stop. */
  watchOver(queue: Pool): Promise<() => void>
  stop(): Promise<void>
}

/** Says regularly that this process is there and what it has done, so that operators see it and others take over when it is gone. */
export async function startPresence(pool: Pool, roles: readonly string[], log: Log): Promise<Presence> {
  const me = { id: newId(), host: machine(), pid: process.pid, roles }
  const workerIds = new Set<string>()
  const running = new Set<string>()
  const tasks: Record<string, { done: number; failed: number; at: string }> = {}
  const tell = () =>
    beat(pool, { ...me, workerIds: [...workerIds], tasks }).catch((err: unknown) => log.warn({ err }, 'presence was not noted'))

  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool: { id } }) => {
    workerIds.add(id)
    void tell()
  })
  events.on('pool:release', ({ workerPool: { id } }) => {
    workerIds.delete(id)
    void tell()
  })
  events.on('job:start', ({ job }) => void running.add(job.id))
  events.on('job:complete', ({ job, error }) => {
    running.delete(job.id)
    const { done, failed } = tasks[job.task_identifier] ?? { done: 0, failed: 0 }
    tasks[job.task_identifier] = error
      ? { done, failed: failed + 1, at: new Date().toISOString() }
      : { done: done + 1, failed, at: new Date().toISOString() }
  })

  await tell()
  const timer = setInterval(tell, BEAT_MS).unref()

  return {
    events,
    async watchOver(queue) {
      await forgetSilent(pool)
      const quietly = (work: () => Promise<unknown>) => () =>
        work().catch((err: unknown) => log.warn({ err }, 'abandoned jobs were not given back'))
      const buryTheDead = quietly(async () => {
        const dead = (await onHost(pool, me.host)).filter(({ id, pid }) => id !== me.id && (pid === process.pid || !runs(pid)))
        if (dead.length > 0)
          await bury(
            queue,
            dead.map(({ id }) => id),
          )
      })
      const free = quietly(async () => {
        await freeAbandoned(queue)
        await freeUnheard(queue, [...workerIds], [...running])
      })
      await buryTheDead()
      await free()
      const watches = [setInterval(buryTheDead, WATCH_MS), setInterval(free, FREE_MS)]
      for (const watch of watches) watch.unref()
      return () => watches.forEach(clearInterval)
    },
    async stop() {
      clearInterval(timer)
      await leave(pool, [me.id]).catch(() => {})
    },
  }
}

/** Processes see each other's numbers only inside one namespace: containers may share a name and not their numbers. */
function machine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`
  } catch {
    return hostname()
  }
}

/** Processes of this machine that were killed cannot say so; whether they run is easily seen. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
