import type { Ctx } from '#platform/context.ts'
import { countSupport } from '../cases/case.sql.ts'
import type { Case } from '../cases/index.ts'
import { copyParties } from '../cases/party.verbs.ts'
import { tell } from '../cases/step.verbs.ts'
import { reportEvents } from './report.events.ts'

/** The parties of a double join the report that goes on: they hear of it from now on. Nothing is moved, their own links stay. */
export async function mergeInto(ctx: Ctx, double: Case, main: Case): Promise<void> {
  const count = await copyParties(ctx, double.id, main.id)
  await countSupport(ctx, main.id)
  await tell(ctx, main, {
    event: reportEvents.merged,
    data: { otherNumber: double.number, count },
    about: [{ type: 'case', id: double.id }],
  })
}
