import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'
import type { Module } from '#platform/module.ts'

/** State of the queue for one task. `later`: not due yet; `troubled`: failed, and will be tried again; `givenUp`: will not. */
export type TaskState = {
  task: string
  waiting: number
  later: number
  running: number
  troubled: number
  givenUp: number
  oldest: Date | null
}
export type Trouble = {
  id: number
  task: string
  townId: string | null
  attempts: number
  givenUp: boolean
  error: string
  createdAt: Date
  runAt: Date
}
export type MailTrouble = { townId: string; town: string; waiting: number; failed: number; oldest: Date | null; error: string | null }
export type TaskRuns = { done: number; failed: number; at: string }
export type Process = {
  id: string
  host: string
  pid: number
  roles: string[]
  startedAt: Date
  seenAt: Date
  tasks: Record<string, TaskRuns>
}
export type Database = { version: string; bytes: number; migrations: number; connections: number }

/** The permission to try jobs again and to remove them. */
export const RETRY = 'operations.retry'

export const JobsRetried = defineEvent({ kind: 'operations.retried', audience: 'internal', data: z.object({ count: z.number() }) })
export const JobsRemoved = defineEvent({ kind: 'operations.removed', audience: 'internal', data: z.object({ count: z.number() }) })

export const Chosen = z.object({
  ids: z.array(z.coerce.number().int().positive()).max(500).default([]),
  all: z.literal('1').optional(),
})
export type Chosen = z.output<typeof Chosen>

/** A process that was not heard of for so long has ended without saying so. */
export const SILENT_MS = 60_000

export type Declared = { jobs: readonly string[]; schedules: readonly { name: string; cron: string }[] }
let declared: Declared = { jobs: [], schedules: [] }

/** Called once by the composition: every task there is. */
export function setDeclared(modules: readonly Module[]): void {
  declared = {
    jobs: modules.flatMap((module) => (module.jobs ?? []).map(({ name }) => name)).sort(),
    schedules: modules.flatMap((module) => (module.schedules ?? []).map(({ name, cron }) => ({ name, cron }))),
  }
}

export const declaredTasks = (): Declared => declared

/** Runs of a task over all processes, as far as they remember. */
export function runsOf(task: string, processes: readonly Process[]): { done: number; failed: number; at: Date | undefined } {
  const all = processes.flatMap(({ tasks }) => tasks[task] ?? [])
  const last = all
    .map(({ at }) => at)
    .sort()
    .at(-1)
  return {
    done: all.reduce((sum, { done }) => sum + done, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    at: last ? new Date(last) : undefined,
  }
}
