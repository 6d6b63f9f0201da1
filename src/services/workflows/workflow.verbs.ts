import { staffRoles } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { DefinitionInput } from '../definitions/definition.rules.ts'
import { type Proving, publishDefinition, retireDefinition, saveDefinition, undoDefinition } from '../definitions/definition.verbs.ts'
import { letterTemplates } from '../letters/index.ts'
import type { Finding } from './finding.rules.ts'
import { staffing } from './town.sql.ts'
import { proveWorkflow } from './workflow.proof.ts'
import { Workflow } from './workflow.rules.ts'

/** Templates that every town has; besides them its own. */
export const letterKeys = ['decision'] as const

/** What keeps a workflow from being used in this town as it is staffed today. */
export async function findingsOf(ctx: Ctx, workflow: Workflow): Promise<Finding[]> {
  const { units, people } = await staffing(ctx)
  const own = (await letterTemplates(ctx)).map(({ key }) => key)
  return proveWorkflow(workflow, {
    roles: staffRoles,
    units,
    letters: [...letterKeys, ...own],
    holders: (who) =>
      who.by === 'unit' || who.by === 'role'
        ? [
            ...new Set(
              people
                .filter(
                  ({ unit, role }) =>
                    (who.role === undefined || role === who.role) && (who.by === 'role' || who.unit === undefined || unit === who.unit),
                )
                .map(({ personId }) => personId),
            ),
          ]
        : [],
  })
}

export const workflowProving: Proving = {
  kind: 'workflow',
  parse: (draft) => Workflow.safeParse(draft).data,
  faults: async (ctx, content) => (await findingsOf(ctx, Workflow.parse(content))).map(({ fault }) => fault),
}

export const saveWorkflow = (ctx: Ctx, input: DefinitionInput) => saveDefinition(ctx, workflowProving, input)
export const undoWorkflow = (ctx: Ctx, input: { key: string; revision: number }) => undoDefinition(ctx, workflowProving, input)
export const publishWorkflow = (ctx: Ctx, input: { key: string; revision: number }) => publishDefinition(ctx, workflowProving, input)
export const retireWorkflow = (ctx: Ctx, input: { key: string }) => retireDefinition(ctx, workflowProving, input)
