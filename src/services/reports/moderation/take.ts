import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Case, readNumber } from '../../cases/index.ts'
import { takeUp } from '../../cases/step.verbs.ts'
import { categoryBy } from '../catalogue.sql.ts'
import type { Category } from '../category.rules.ts'
import { type Report, reportOfCase } from '../report.sql.ts'
import type { Worked } from '../work.rules.ts'

export type Of = { number: string; version?: number | undefined }
export type TakeRefused = 'unknown' | 'notAllowed' | 'changedMeanwhile' | 'inIncident'
export type Taken = { it: Case; report: Report; category: Category }

/** What the public sees of it is decided for each report; category and place are not changed while it rests at another one. */
export async function toChange(ctx: Ctx, { number, version }: Of, ...permissions: string[]): Promise<Result<Taken, TakeRefused>> {
  if (!permissions.some((permission) => may(ctx, permission))) return refuse('notAllowed')
  const resting = !permissions.includes('report.route')
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, version, { resting })
  if (!taken.ok) return taken
  const [report, category] = [await reportOfCase(ctx, taken.value.id), await categoryBy(ctx, taken.value.typeId)]
  return report && category ? ok({ it: taken.value, report, category }) : refuse('unknown')
}

export const worked = ({ id, number, state, version }: Case) => ok<Worked>({ caseId: id, number, state, version })
