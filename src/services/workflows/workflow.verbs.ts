import { staffRoles } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { DefinitionInput } from '../definitions/definition.rules.ts'
import { type Proving, publishDefinition, retireDefinition, saveDefinition } from '../definitions/definition.verbs.ts'
import type { Finding } from './finding.rules.ts'
import { staffing } from './town.sql.ts'
import { proveWorkflow } from './workflow.proof.ts'
import { Workflow } from './workflow.rules.ts'

/** Templates that every town has. */
export const letterKeys = ['decision'] as const

/** What keeps a workflow from being used in this town as it is staffed today. */
export async function findingsOf(ctx: Ctx, workflow: Workflow): Promise<Finding[]> {
  const { units, people } = await staffing(ctx)
  return proveWorkflow(workflow, {
    roles: staffRoles,
    units,
    letters: letterKeys,
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

const proving: Proving = {
  kind: 'workflow',
  parse: (draft) => Workflow.safeParse(draft).data,
  faults: async (ctx, content) => (await findingsOf(ctx, Workflow.parse(content))).length,
}

export const saveWorkflow = (ctx: Ctx, input: DefinitionInput) => saveDefinition(ctx, proving, input)
export const publishWorkflow = (ctx: Ctx, input: { key: string; revision: number }) => publishDefinition(ctx, proving, input)
export const retireWorkflow = (ctx: Ctx, input: { key: string }) => retireDefinition(ctx, 'workflow', input)
