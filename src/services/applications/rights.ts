import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case } from '../cases/index.ts'
import { workingUnits } from '../cases/unit.sql.ts'
import type { Who } from '../workflows/workflow.rules.ts'
import { unitByCode, unitsWithRole } from './application.sql.ts'
import { wasAsked } from './opinion.sql.ts'

/** Who may work on applications of the own units. Which steps, the workflow says. */
export const WORK = 'application.work'
/** Sees applications of the own units, and those about which one of them was asked. */
export const SEE = 'application.see'
/** Sees those of every unit. */
export const SEE_ALL = 'application.seeAll'

/** Applications are personal: who looks belongs to the unit that has it or to one that was asked, or may see all. */
export async function maySee(ctx: Ctx, { id, kind, unitId }: Case): Promise<boolean> {
  if (kind !== 'application' || !may(ctx, SEE)) return false
  if (may(ctx, SEE_ALL)) return true
  const units = await workingUnits(ctx)
  return (unitId !== undefined && units.includes(unitId)) || (await wasAsked(ctx, id, units))
}

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
