import type { Ctx } from '#platform/context.ts'
import type { DeskCase, DeskCounts, DeskFilter, DeskSort, PageAsked, PageOf } from './list.rules.ts'

/** The staff's work list: one statement, read by an index. */
export async function deskCases(ctx: Ctx, filter: DeskFilter, page: PageAsked<DeskSort> = {}): Promise<PageOf<DeskCase>> {
  throw new Error('not yet')
}

/** How many stand behind each tab, counted up to 1,000. */
export async function deskCounts(ctx: Ctx, kind: string): Promise<DeskCounts> {
  throw new Error('not yet')
}

/** Numbers of the case before and after this one in the same list. */
export async function neighboursOf(
  ctx: Ctx,
  filter: DeskFilter,
  sort: DeskSort,
  caseId: string,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  throw new Error('not yet')
}
