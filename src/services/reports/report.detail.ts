import type { Ctx } from '#platform/context.ts'
import type { Party } from '../cases/index.ts'
import type { DeskReport, PartyReport, PublicReport } from './report.view.rules.ts'

/** What everybody may read. Undefined as long as it is not published: then a number is no proof that a report exists. */
export async function publicReport(ctx: Ctx, number: string): Promise<PublicReport | undefined> {
  throw new Error('not yet')
}

/** The party's view, published or not. */
export async function partyReport(ctx: Ctx, party: Party): Promise<PartyReport | undefined> {
  throw new Error('not yet')
}

/** The staff's view; needs report.see. When contact data is in it, the look is kept in the read log. */
export async function deskReport(ctx: Ctx, number: string): Promise<DeskReport | undefined> {
  throw new Error('not yet')
}
