import type { Ctx } from '#platform/context.ts'
import type { Bounds, DeskFilter, DeskSort, PageAsked, PageOf, PartyRole, PublicFilter } from '../cases/index.ts'
import type { DeskReportRow, ReportCard, ReportPoint } from './report.view.rules.ts'

type Filter<F> = Omit<F, 'kind'> & { groupCodes?: readonly string[] | undefined }

/** The public list. */
export async function reportCards(ctx: Ctx, filter: Filter<PublicFilter>, page: PageAsked = {}): Promise<PageOf<ReportCard>> {
  throw new Error('not yet')
}

/** Points of the map within `bounds`, newest first, at most 2,000; `more` says that some were left out. */
export async function reportPoints(
  ctx: Ctx,
  filter: Filter<PublicFilter> & { bounds: Bounds },
): Promise<{ points: ReportPoint[]; more: boolean }> {
  throw new Error('not yet')
}

/** Settled ones with a photo before and after, newest first. */
export async function settledWithPhotos(ctx: Ctx, limit: number): Promise<ReportCard[]> {
  throw new Error('not yet')
}

/** Figures of the month that `at` lies in (town's time): reported, done, and days until done (median). */
export async function reportFigures(
  ctx: Ctx,
  at: Date,
): Promise<{ received: number; done: number; medianDays: number | undefined; open: number }> {
  throw new Error('not yet')
}

/** What the signed-in person sent, joined or follows. */
export async function myReports(
  ctx: Ctx,
  roles: readonly PartyRole[],
  page: PageAsked = {},
): Promise<PageOf<ReportCard & { role: PartyRole }>> {
  throw new Error('not yet')
}

/** The work list. */
export async function deskReports(ctx: Ctx, filter: Filter<DeskFilter>, page: PageAsked<DeskSort> = {}): Promise<PageOf<DeskReportRow>> {
  throw new Error('not yet')
}
