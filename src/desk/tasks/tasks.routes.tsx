import { z } from 'zod'
import { Page } from '#design/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import {
  addTask,
  caseByNumber,
  caseTasks,
  editTask,
  namesOf,
  readNumber,
  seesCase,
  TaskInput,
  taskList,
  taskSheet,
  tickTask,
  workingUnits,
} from '#services/cases/index.ts'
import { casePath } from '../home/index.ts'
import { CaseTasks } from './case-tasks.view.tsx'
import { taskChoices } from './choices.ts'
import { about, PATH, TaskPage, TasksPage } from './tasks.view.tsx'

const common = { may: 'report.see', audience: 'staff' as const }
const At = z.object({ id: z.uuid() })
const OfCase = z.object({ number: z.string().max(20) })
const Query = z.object({
  stelle: z
    .union([z.enum(['mine', 'own']), z.uuid()])
    .catch('mine')
    .default('mine'),
  nach: z.string().max(80).optional().catch(undefined),
})
/** Back to the page that somebody came from, if it is one of the desk. */
const Back = z.object({
  zurueck: z
    .string()
    .max(300)
    .regex(/^\/amt\/[\w/?=&-]*$/)
    .catch(PATH)
    .default(PATH),
})

async function listPage(ctx: Ctx, { stelle, nach }: z.output<typeof Query>) {
  const units = await namesOf(ctx, 'core.organisation', await workingUnits(ctx))
  return <TasksPage {...(await taskList(ctx, stelle, nach))} whose={stelle} units={[...units].map(([id, name]) => ({ id, name }))} />
}

async function onePage(ctx: Ctx, id: string, state: Again | undefined) {
  const sheet = await taskSheet(ctx, id)
  return sheet && <TaskPage sheet={sheet} choices={await taskChoices(ctx, sheet.it)} state={state} />
}

async function casePage(ctx: Ctx, path: string, number: string, form: Again | undefined) {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!it || casePath(it.number) !== `${path}/${it.number}` || !(await seesCase(ctx, it))) return undefined
  return (
    <Page
      title={t('tasks.title')}
      preline={it.number}
      lead={about(it.title, it.placeLabel)}
      width="reading"
      noindex
      breadcrumbs={[{ href: casePath(it.number), label: it.number }]}
    >
      <CaseTasks
        number={it.number}
        tasks={await caseTasks(ctx, it.id)}
        choices={may(ctx, `${it.kind}.work`) ? await taskChoices(ctx, it) : undefined}
        {...(form ? { state: form, open: true } : {})}
      />
    </Page>
  )
}

/** The tasks of one case, below its page. */
const ofCase = (kind: 'report' | 'application', path: string) => [
  get(`${path}/:number/aufgaben`, {
    may: `${kind}.see`,
    audience: 'staff',
    summary: `The tasks of one ${kind}`,
    params: OfCase,
    show: (ctx, { params }) => casePage(ctx, path, params.number, undefined),
  }),
  post(`${path}/:number/aufgaben`, {
    may: `${kind}.work`,
    audience: 'staff',
    params: OfCase,
    form: TaskInput,
    run: addTask,
    done: ({ number }) => ({ to: `${casePath(number)}#aufgaben`, flash: { kind: 'success', text: 'tasks.did.add' } }),
    again: (ctx, form, { number }) => casePage(ctx, path, number, form),
  }),
]

const tick = (path: 'erledigt' | 'offen') =>
  post(`${PATH}/:id/${path}`, {
    ...common,
    params: At,
    form: Back.extend({ version: z.coerce.number().int().positive().optional() }),
    run: (ctx, { id, version }) => tickTask(ctx, { id, version, open: path === 'offen' }),
    done: (_, __, { zurueck }) => ({ to: zurueck, flash: { kind: 'success', text: `tasks.did.${path}` } }),
    again: (ctx, form, { id }) => onePage(ctx, id, { ...form, input: {} }),
  })

export const taskRoutes = [
  get(PATH, { ...common, summary: 'Open tasks by their day', query: Query, show: (ctx, { query }) => listPage(ctx, query) }),
  get(`${PATH}/:id`, { ...common, summary: 'One task', params: At, show: (ctx, { params }) => onePage(ctx, params.id, undefined) }),
  post(`${PATH}/:id`, {
    ...common,
    params: At,
    form: TaskInput.extend({ version: z.coerce.number().int().positive().optional() }),
    run: editTask,
    done: ({ number }) => ({ to: `${casePath(number)}#aufgaben`, flash: { kind: 'success', text: 'tasks.did.change' } }),
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  tick('erledigt'),
  tick('offen'),
  ...ofCase('report', '/amt/meldungen'),
  ...ofCase('application', '/amt/antraege'),
]
