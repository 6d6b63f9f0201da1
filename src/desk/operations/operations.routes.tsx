import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { Chosen, declaredTasks, RETRY } from './operations.rules.ts'
import { database, mailTroubles, processes, scheduleRuns, taskStates, troubles } from './operations.sql.ts'
import { removeJobs, retryJobs } from './operations.verbs.ts'
import { OperationsPage } from './operations.view.tsx'

const PATH = '/verwaltung/betrieb'

const page = async (ctx: Ctx, form: Again<Chosen> = blank) => (
  <OperationsPage
    form={form}
    tasks={await taskStates(ctx)}
    troubles={await troubles(ctx, 200)}
    mails={await mailTroubles(ctx)}
    processes={await processes(ctx)}
    schedules={await scheduleRuns(ctx)}
    declared={declaredTasks()}
    database={await database(ctx)}
  />
)

export const operationsRoutes = [
  get(PATH, { may: 'operations.see', audience: 'internal', show: (ctx) => page(ctx) }),

  post(`${PATH}/wiederholen`, {
    may: RETRY,
    audience: 'internal',
    form: Chosen,
    run: retryJobs,
    done: ({ count }) => ({ to: PATH, flash: { kind: 'success', text: 'operations.retried', params: { count } } }),
    again: page,
  }),

  post(`${PATH}/entfernen`, {
    may: RETRY,
    audience: 'internal',
    form: Chosen,
    run: removeJobs,
    done: ({ count }) => ({ to: PATH, flash: { kind: 'success', text: 'operations.removed', params: { count } } }),
    again: page,
  }),
]
