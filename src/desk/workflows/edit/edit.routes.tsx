import { z } from 'zod'
import { personNames, staffRoles } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post, type Route } from '#platform/http/route.ts'
import { ok, type Result } from '#platform/result.ts'
import {
  beginWorkflow,
  changeWorkflow,
  letterChoices,
  peopleAhead,
  restoreWorkflow,
  unitNames,
  type WorkflowAtWork,
  type WorkflowEdit,
  type WorkflowList,
  workflowAtWork,
} from '#services/builder/index.ts'
import { findingWords, READ_WORKFLOWS, retireWorkflow, undoWorkflow, type Workflow } from '#services/workflows/index.ts'
import { atFields } from '../../administration/index.ts'
import { publicationFor, publicationRoutes } from '../../publication/index.ts'
import { sentFields } from '../../services/index.ts'
import { draftPath, listPaths, PATH } from '../paths.ts'
import { DraftPage } from './draft.view.tsx'
import { choicesFrom, NewWorkflow } from './new.rules.ts'
import { NewWorkflowPage } from './new.view.tsx'
import { PartPage } from './part.view.tsx'
import {
  DeadlineForm,
  deadlineEdit,
  OpinionForm,
  OutcomeForm,
  opinionEdit,
  outcomeEdit,
  partInput,
  SettingsForm,
  StateForm,
  StepForm,
  stateEdit,
  stepEdit,
} from './parts.rules.ts'

const PUBLISH = 'definition.publish'
const common = { may: READ_WORKFLOWS, audience: 'staff' } as const
const publishing = { ...common, may: PUBLISH }
const DRAFT = `${PATH}/:key/entwurf`
const At = z.object({ key: z.string().max(60) })
const AtPart = z.object({ key: z.string().max(60), it: z.string().max(40) })
/** Of a button: without the revision that its page was made from, nothing is changed (`draftChanged`). */
const OnlyRevision = z.object({ revision: z.coerce.number().int().default(-1) })
const IT = ':it{[a-z][A-Za-z0-9]*}'
const to = (key: string, text: string) => ({ to: draftPath(key), flash: { kind: 'success' as const, text } })
const shown = (form: Again | undefined, input: Record<string, unknown>) =>
  form ? { input: sentFields(form.input), errors: atFields(form.errors), refusal: form.refusal } : { input, errors: {} }

type Planning<F> = (workflow: Workflow, key: string | undefined, input: F) => Result<WorkflowEdit>

/** The pages of everything that stands in one list of a workflow. */
function partRoutes<F extends z.ZodType<{ revision: number }>>(list: WorkflowList, form: F, plan: Planning<z.output<F>>): Route[] {
  const path = `${DRAFT}/${listPaths[list]}`
  const step = (name: string, edit: (key: string) => WorkflowEdit) =>
    post(`${path}/${IT}/${name}`, {
      ...common,
      params: AtPart,
      form: OnlyRevision,
      run: (ctx, { key, it, revision }) => changeWorkflow(ctx, { key, revision }, () => ok(edit(it))),
      done: (_, __, { key }) => to(key, 'workflows.edit.saved'),
      again: (ctx, sent, { key }) => draftPage(ctx, key, sent),
    })
  return [
    get(`${path}/neu`, { ...common, params: At, show: (ctx, { params }) => partPage(ctx, list, params, undefined) }),
    post(path, {
      ...common,
      params: At,
      form,
      run: (ctx, input) => {
        const { key, revision } = input as unknown as { key: string; revision: number }
        return changeWorkflow(ctx, { key, revision }, (workflow) => plan(workflow, undefined, input as z.output<F>))
      },
      done: (_, __, { key }: { key: string }) => to(key, 'workflows.edit.saved'),
      again: (ctx, sent, at) => partPage(ctx, list, at, sent as Again),
    }),
    get(`${path}/${IT}`, { ...common, params: AtPart, show: (ctx, { params }) => partPage(ctx, list, params, undefined) }),
    post(`${path}/${IT}`, {
      ...common,
      params: AtPart,
      form,
      run: (ctx, input) => {
        const { key, it, revision } = input as unknown as { key: string; it: string; revision: number }
        return changeWorkflow(ctx, { key, revision }, (workflow) => plan(workflow, it, input as z.output<F>))
      },
      done: (_, __, { key }: { key: string }) => to(key, 'workflows.edit.saved'),
      again: (ctx, sent, at) => partPage(ctx, list, at, sent as Again),
    }),
    step('hoch', (key) => ({ do: 'move', list, key, by: -1 })),
    step('runter', (key) => ({ do: 'move', list, key, by: 1 })),
    step('weg', (key) => ({ do: 'remove', list, key })),
  ]
}

/** A step on the whole draft that is one button. */
const button = (name: string, text: string, run: (ctx: Ctx, at: { key: string; revision: number }) => Promise<Result<unknown>>) =>
  post(`${DRAFT}/${name}`, {
    ...common,
    params: At,
    form: OnlyRevision,
    run,
    done: (_, __, { key }) => to(key, text),
    again: (ctx, sent, { key }) => draftPage(ctx, key, sent),
  })

export const workflowEditRoutes: Route[] = [
  get(`${PATH}/neu`, {
    ...common,
    summary: 'Make a workflow from the standard one',
    query: z.object({ dienst: z.uuid().optional().catch(undefined) }),
    show: (ctx, { query }) => newPage(ctx, query.dienst, undefined),
  }),
  post(PATH, {
    ...common,
    form: NewWorkflow,
    run: async (ctx, input) => {
      const choices = choicesFrom(input)
      return choices.ok ? await beginWorkflow(ctx, { name: { de: input.nameDe, en: input.nameEn }, choices: choices.value }) : choices
    },
    done: ({ key }) => to(key, 'workflows.edit.made'),
    again: (ctx, form) => newPage(ctx, typeof form.input.dienst === 'string' ? form.input.dienst : undefined, form),
  }),
  get(DRAFT, {
    ...common,
    summary: 'The draft of a workflow, to change it',
    params: At,
    show: (ctx, { params }) => draftPage(ctx, params.key, undefined),
  }),
  post(`${DRAFT}/einstellungen`, {
    ...common,
    params: At,
    form: SettingsForm,
    run: (ctx, { key, revision, start, normDays }) =>
      changeWorkflow(ctx, { key, revision }, () => ok<WorkflowEdit>({ do: 'settings', start, normDays })),
    done: (_, __, { key }) => to(key, 'workflows.edit.saved'),
    again: (ctx, form, { key }) => draftPage(ctx, key, form),
  }),
  button('zurueck', 'workflows.edit.undone', undoWorkflow),
  ...publicationRoutes({
    kind: 'workflow',
    path: DRAFT,
    params: At,
    keyOf: async (_, { key }: { key: string }) => ok(key),
    to: ({ key }: { key: string }) => draftPath(key),
    page: (ctx, { key }: { key: string }, form) => draftPage(ctx, key, form),
  }),
  post(`${DRAFT}/ruecknahme`, {
    ...publishing,
    params: At,
    form: z.object({}),
    run: retireWorkflow,
    done: (_, __, { key }) => to(key, 'workflows.edit.retired'),
    again: (ctx, form, { key }) => draftPage(ctx, key, form),
  }),
  post(`${DRAFT}/fassungen/:number{[0-9]+}`, {
    ...common,
    params: At.extend({ number: z.coerce.number().int().min(1).max(100_000) }),
    form: OnlyRevision,
    run: restoreWorkflow,
    done: (_, __, { key }) => to(key, 'workflows.edit.saved'),
    again: (ctx, form, { key }) => draftPage(ctx, key, form),
  }),
  ...partRoutes('states', StateForm, stateEdit),
  ...partRoutes('steps', StepForm, stepEdit),
  ...partRoutes('opinions', OpinionForm, opinionEdit),
  ...partRoutes('deadlines', DeadlineForm, deadlineEdit),
  ...partRoutes('outcomes', OutcomeForm, outcomeEdit),
]

async function newPage(ctx: Ctx, dienst: string | undefined, form: Again | undefined) {
  const input = { normDays: 20, fourEyes: 'on' }
  return <NewWorkflowPage form={shown(form, input)} units={await unitNames(ctx)} letters={await letterChoices(ctx)} dienst={dienst} />
}

async function draftPage(ctx: Ctx, key: string, form: Again | undefined) {
  const work = await workflowAtWork(ctx, key)
  if (!work) return undefined
  const { changedBy, review } = work.definition
  const published = work.versions.map(({ publishedBy }) => publishedBy)
  const people = [changedBy, review.asked?.by, review.returned?.by, ...published, ...peopleAhead(work.ahead)]
  const names = await personNames(
    ctx,
    people.filter((one) => one !== undefined),
  )
  const publication = publicationFor(ctx, work, {
    path: draftPath(key),
    ready: work.findings.length === 0 && !work.same,
    failedWords: failedWords(work),
    names,
    form: form ?? blank,
  })
  return <DraftPage work={work} form={form ?? blank} names={names} publication={publication} />
}

/** What is wrong with the version that could not go live. */
function failedWords({ ahead, failedFindings }: WorkflowAtWork): string[] {
  const failed = ahead.failed?.content as Workflow | undefined
  return failed ? [...new Set(failedFindings.map((finding) => findingWords(failed, finding)))] : []
}

async function partPage(ctx: Ctx, list: WorkflowList, { key, it }: { key: string; it?: string }, form: Again | undefined) {
  const work = await workflowAtWork(ctx, key)
  const input = it === undefined ? {} : work && partInput(work.workflow, list, it)
  return work && input && <PartPage work={work} list={list} itKey={it} form={shown(form, input)} roles={staffRoles} />
}
