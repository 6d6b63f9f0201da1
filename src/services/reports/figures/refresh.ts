import type { Ctx } from '#platform/context.ts'
import { announce } from '#platform/live/changes.ts'
import { publicIdsAfter, refreshFacts, takeChanges } from './fact.sql.ts'
import { alone, markStale, recount, setFiguresState, takeStale, ZERO } from './figure.sql.ts'

/** As many changes, and as many months, as one transaction takes. */
const CHANGES = 500
const MONTHS = 6

/** What pages with figures are kept under. */
export const FIGURES_TAG = 'figures'

/**
 * Brings facts and figures up to date in one transaction, so that the open data always gives the figures of the page. True if there is
 * more to do: as long as more changes wait, no month is counted that would soon be counted again.
 */
export async function refreshFigures(ctx: Ctx): Promise<boolean> {
  if (!(await alone(ctx))) return false
  const { taken, caseIds } = await takeChanges(ctx, CHANGES)
  if (caseIds.length > 0) await markStale(ctx, await refreshFacts(ctx, caseIds))
  if (taken === CHANGES) return true
  const months = await takeStale(ctx, MONTHS)
  for (const month of months) await recount(ctx, month)
  if (months.length > 0) announce(ctx, [FIGURES_TAG])
  if (months.length === MONTHS) return true
  await setFiguresState(ctx, months.length > 0)
  return false
}

const PAGE = 5_000

/** Makes the facts of all public reports and all figures anew, in the caller's transaction: after a seed or an import by statements. */
export async function rebuildFigures(ctx: Ctx): Promise<void> {
  let after = ZERO
  for (;;) {
    const ids = await publicIdsAfter(ctx, after, PAGE)
    if (ids.length > 0) await markStale(ctx, await refreshFacts(ctx, ids))
    if (ids.length < PAGE) break
    after = ids.at(-1)!
  }
  while (await refreshFigures(ctx));
}
