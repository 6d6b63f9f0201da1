import type { FormState } from '#design/index.ts'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type FormAtWork, MOST_DAYS_AHEAD, type WorkflowAtWork } from '#services/builder/index.ts'
import { PUBLISH } from './publication.routes.ts'
import type { Publication } from './publication.view.tsx'

type Work = Pick<FormAtWork | WorkflowAtWork, 'definition' | 'ahead' | 'versions' | 'inForce'>

/** A draft on its way into force, as it is for who looks. */
export function publicationFor(
  ctx: Ctx,
  work: Work,
  more: Pick<Publication, 'path' | 'ready' | 'failedWords' | 'names'> & { form: FormState },
): Publication {
  const { definition, ahead, versions, inForce } = work
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const isOwn = (makerId: string | undefined) => ctx.actor.personId !== undefined && makerId === ctx.actor.personId
  return {
    ...more,
    revision: definition.revision,
    review: definition.review,
    ahead,
    number: (versions[0]?.number ?? 0) + 1,
    inForce: inForce?.number,
    mayPublish: may(ctx, PUBLISH),
    own: isOwn(definition.changedBy),
    ownAhead: isOwn(ahead.waiting?.madeBy),
    days: { first: addDays(today, 1), last: addDays(today, MOST_DAYS_AHEAD) },
  }
}
