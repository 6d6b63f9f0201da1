import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import { outcomesOf, type Workflow, type WorkflowStep } from '../workflows/workflow.rules.ts'
import { approveDecision, decisionOf, insertDecision } from './decision.sql.ts'

/** What the law lets count as approved (§ 42a Abs. 1 VwVfG) is a decision that nobody drafted: letters and lists go by it as by any other. */
export async function decideByLaw(ctx: Ctx, caseId: string, workflow: Workflow, step: WorkflowStep): Promise<void> {
  const [outcome] = outcomesOf(workflow, step)
  if (!outcome) return
  const over = step.guards.flatMap((guard) => (guard.kind === 'deadlineOver' ? [guard.deadline] : []))
  const law = workflow.deadlines.find(({ key }) => over.includes(key))?.law || 'none'
  await insertDecision(ctx, caseId, {
    outcome: outcome.key,
    reasons: textIn(ctx.town.locales[0] ?? 'de', 'application.deemed.reasons', { law }),
  })
  const decision = await decisionOf(ctx, caseId)
  if (decision) await approveDecision(ctx, caseId, decision.id)
}
