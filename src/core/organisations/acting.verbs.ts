import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { setActing } from './acting.sql.ts'
import { ActingChanged, type Membership } from './membership.rules.ts'
import { membershipsOf } from './membership.sql.ts'

export const ActingInput = z.object({ organisationId: z.union([z.uuid(), z.literal('self')]) })

/** What a person may act for here, each organisation once with all her roles in it. */
export async function actingChoices(ctx: Ctx): Promise<{ organisation: Membership['organisation']; roles: string[] }[]> {
  const { personId } = ctx.actor
  const memberships = personId ? ((await membershipsOf(ctx, [personId])).get(personId) ?? []) : []
  const byId = Map.groupBy(memberships, ({ organisation }) => organisation.id)
  return [...byId.values()].map((all) => ({ organisation: all[0]!.organisation, roles: all.map(({ role }) => role) }))
}

/** From now on this session acts for the organisation, or (`self`) for the person herself. Refuses: `unknown`. */
export async function actFor(
  ctx: Ctx,
  { organisationId: wanted }: z.output<typeof ActingInput>,
): Promise<Result<{ name: string | undefined }, 'unknown'>> {
  const { sessionId, personId } = ctx.actor
  const organisationId = wanted === 'self' ? undefined : wanted
  const choice = (await actingChoices(ctx)).find(({ organisation }) => organisation.id === organisationId)
  if (!sessionId || !personId || (organisationId && !choice)) return refuse('unknown', { field: 'organisationId' })
  await setActing(ctx, sessionId, organisationId ?? null)
  await record(ctx, ActingChanged, {
    about: [{ type: 'person', id: personId }, ...(organisationId ? [{ type: 'organisation', id: organisationId }] : [])],
    data: { own: !organisationId },
  })
  return ok({ name: choice?.organisation.name })
}
