import { type Ctx, may } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { type DeskSort, namesOf, type PageAsked, type PageOf } from '../cases/index.ts'
import { versionBy } from '../definitions/definition.sql.ts'
import { stateOf, Workflow } from '../workflows/workflow.rules.ts'
import { workflowsOf } from './application.sql.ts'
import type { ApplicationFilter, ApplicationRow } from './desk-list.rules.ts'
import { applicationPage } from './desk-list.sql.ts'
import { SEE } from './rights.ts'

/** A page of the work list, with the names that its rows need. */
export async function deskApplications(
  ctx: Ctx,
  filter: ApplicationFilter,
  page: PageAsked<DeskSort> = {},
): Promise<PageOf<ApplicationRow>> {
  if (!may(ctx, SEE)) return { items: [], next: undefined, previous: undefined }
  const { items, ...rest } = await applicationPage(ctx, filter, page)
  const [units, people, states] = [
    await namesOf(
      ctx,
      'core.organisation',
      items.flatMap(({ unitId }) => unitId ?? []),
    ),
    await namesOf(
      ctx,
      'core.person',
      items.flatMap(({ assigneeId }) => assigneeId ?? []),
    ),
    await stateWords(
      ctx,
      items.map(({ id }) => id),
    ),
  ]
  return {
    items: items.map((item) => ({
      ...item,
      unitName: units.get(item.unitId ?? ''),
      assigneeName: people.get(item.assigneeId ?? ''),
      stateWords: states(item.id, item.state),
    })),
    ...rest,
  }
}

/** What states are called, by the version of the workflow that each case began with. */
async function stateWords(ctx: Ctx, caseIds: readonly string[]) {
  const of = await workflowsOf(ctx, caseIds)
  const known = new Map<string, Workflow>()
  for (const { workflowId, workflowNumber } of of.values()) {
    const key = `${workflowId} ${workflowNumber}`
    const workflow = known.get(key) ?? (await workflowBy(ctx, workflowId, workflowNumber))
    if (workflow) known.set(key, workflow)
  }
  return (caseId: string, state: string) => {
    const began = of.get(caseId)
    const workflow = began && known.get(`${began.workflowId} ${began.workflowNumber}`)
    return (workflow && stateOf(workflow, state)?.words) ?? { de: state, en: state }
  }
}

const workflowBy = (ctx: Ctx, id: string, number: number): Promise<Workflow | undefined> =>
  once(ctx, `workflow ${id} ${number}`, async () => {
    const version = await versionBy(ctx, 'workflow', id, number)
    return version && Workflow.parse(version.content)
  })
