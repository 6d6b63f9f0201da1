import { record } from '#core/memory/index.ts'
import { notify } from '#core/notifications/index.ts'
import { assetById } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Listener } from '#platform/module.ts'
import { holdersOf, membersOf } from '../../cases/index.ts'
import { newNumber } from '../../cases/number.rules.ts'
import { caseOf } from '../news.ts'
import { recurrence } from './recurrence.rules.ts'
import { rootCauseEvents } from './root-cause.events.ts'
import { isUnderWay } from './root-cause.rules.ts'
import { insertRootCause, repairsAt, rootCausesAt } from './root-cause.sql.ts'

/** Proposes to look for the cause where a thing was repaired too often, once. Returns the number of the proposal. */
export async function proposeRootCause(ctx: Ctx, assetId: string): Promise<string | undefined> {
  const repairs = await repairsAt(ctx, assetId)
  const before = await rootCausesAt(ctx, assetId)
  const endedAt = (state: string) => before.find((one) => one.state === state)?.endedAt
  const found = recurrence({
    repairs: repairs.map(({ at }) => at),
    underWay: before.some(({ state }) => isUnderWay(state)),
    dismissedAt: endedAt('dismissed'),
    closedAt: endedAt('closed'),
  })
  const last = repairs[0]
  const first = found[0]
  if (!last || !first) return undefined
  const counted = repairs.filter(({ at }) => at >= first)
  const [id, number] = [newId(ctx.now().getTime()), newNumber('U')]
  const cause = { id, number, assetId, unitId: last.unitId, repairs: counted.length, lastCaseId: last.caseId }
  if (
    !(await insertRootCause(
      ctx,
      cause,
      counted.map(({ caseId }) => caseId),
    ))
  )
    return undefined
  await record(ctx, rootCauseEvents.proposed, {
    about: [
      { type: 'rootCause', id },
      { type: 'asset', id: assetId },
    ],
    data: { number, count: counted.length, ...(last.unitId ? { unitId: last.unitId } : {}) },
    role: 'system',
  })
  await tellLeads(ctx, cause)
  return number
}

async function tellLeads(
  ctx: Ctx,
  { number, assetId, unitId, repairs }: { number: string; assetId: string; unitId: string | undefined; repairs: number },
) {
  const asset = await assetById(ctx, assetId)
  const leads = unitId ? await membersOf(ctx, unitId, ['lead']) : await holdersOf(ctx, ['dispatcher'])
  const params = { thing: asset?.name ?? asset?.number ?? '', count: repairs }
  for (const { id: personId } of leads)
    await notify(ctx, { personId, kind: 'rootCause.proposed', text: 'rootCause.tell.proposed', params, path: `/amt/ursachen/${number}` })
}

/** Each repair of a thing may be one too many. */
export const repairListener: Listener = {
  name: 'report.rootCause',
  kinds: ['work.done'],
  react: async (ctx, event) => {
    const it = await caseOf(ctx, event)
    if (it?.kind === 'report' && it.assetId) await proposeRootCause(ctx, it.assetId)
  },
}
