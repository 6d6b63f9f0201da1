import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Definition } from '../../definitions/definition.rules.ts'
import { definitionBy, definitionsOf, versionBy } from '../../definitions/definition.sql.ts'
import { WRITE_DEFINITIONS } from '../../definitions/definition.verbs.ts'
import { Workflow } from '../../workflows/workflow.rules.ts'
import { saveWorkflow } from '../../workflows/workflow.verbs.ts'
import { freeSlug } from '../key.rules.ts'
import { type Choices, workflowOf } from './choices.rules.ts'
import { editedWorkflow, type WorkflowEdit } from './edit.rules.ts'

type At = { key: string; revision: number }
/** The address of the page that makes a new one. */
const reserved = ['neu']

/** Begins a workflow from the standard one. */
export async function beginWorkflow(
  ctx: Ctx,
  { name, choices }: { name: { de: string; en: string }; choices: Choices },
): Promise<Result<Definition>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const taken = (await definitionsOf(ctx, 'workflow')).map(({ key }) => key)
  const key = freeSlug(name.de, 'ablauf', new Set([...taken, ...reserved]))
  return await saveWorkflow(ctx, { key, name, draft: workflowOf(choices) })
}

/** One change of the draft. `plan` reads the draft and says which, or why not. */
export async function changeWorkflow(
  ctx: Ctx,
  { key, revision }: At,
  plan: (workflow: Workflow) => Result<WorkflowEdit>,
): Promise<Result<{ definition: Definition; added: string | undefined }>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, 'workflow', key, { hold: true })
  const workflow = known && Workflow.safeParse(known.draft).data
  if (!known || !workflow) return refuse('unknown')
  if (known.revision !== revision) return refuse('draftChanged')
  const planned = plan(workflow)
  if (!planned.ok) return planned
  const after = editedWorkflow(workflow, planned.value)
  if (!after) return refuse('noSuchPlace')
  const saved = await saveWorkflow(ctx, { key, name: known.name, draft: after.workflow, revision })
  return saved.ok ? ok({ definition: saved.value, added: after.key }) : saved
}

/** An earlier version becomes the draft. */
export async function restoreWorkflow(ctx: Ctx, { key, number, revision }: At & { number: number }): Promise<Result<Definition>> {
  const known = await definitionBy(ctx, 'workflow', key)
  const version = known && (await versionBy(ctx, 'workflow', known.id, number))
  if (!known || !version) return refuse('unknown')
  return await saveWorkflow(ctx, { key, name: known.name, draft: version.content, revision })
}
