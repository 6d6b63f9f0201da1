import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case } from '../cases/index.ts'
import { workingUnits } from '../cases/unit.sql.ts'
import type { Who } from '../workflows/workflow.rules.ts'
import { unitByCode, unitsWithRole } from './application.sql.ts'

/** Who may work on applications of the own units. Which steps, the workflow says. */
export const WORK = 'application.work'

/** Whether the actor is meant. Parties and the system act by other verbs. */
export async function checkWho(ctx: Ctx, of: Case, who: Who): Promise<Result<true, 'notAllowed' | 'notYourUnit'>> {
  if (who.by === 'party' || who.by === 'system') return refuse('notAllowed')
  if (ctx.actor.kind === 'system') return ok(true)
  if (!may(ctx, WORK) || !ctx.actor.personId) return refuse('notAllowed')
  const own = who.role === undefined ? ctx.actor.unitIds : await unitsWithRole(ctx, ctx.actor.personId, who.role)
  if (own.length === 0) return refuse('notAllowed')
  if (who.by === 'role') return ok(true)
  const unitId = who.unit === undefined ? of.unitId : await unitByCode(ctx, who.unit)
  // As for reports: teams below a department and the department above a team belong to it.
  const units = await workingUnits({ ...ctx, actor: { ...ctx.actor, unitIds: own } })
  return unitId !== undefined && units.includes(unitId) ? ok(true) : refuse('notYourUnit')
}
