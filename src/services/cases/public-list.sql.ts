import type { Ctx } from '#platform/context.ts'
import type { PartyRole } from './case.rules.ts'
import type { Count, PageAsked, PageOf, PublicCase, PublicFilter } from './list.rules.ts'

/** Published cases, as everybody may see them. */
export async function publicCases(ctx: Ctx, filter: PublicFilter, page: PageAsked = {}): Promise<PageOf<PublicCase>> {
  throw new Error('not yet')
}

/** How many there are, counted up to 10,000. */
export async function publicCount(ctx: Ctx, filter: PublicFilter): Promise<Count> {
  throw new Error('not yet')
}

/** What a person has started, joined or follows, newest first; published or not. */
export async function casesOfPerson(
  ctx: Ctx,
  personId: string,
  kind: string,
  roles: readonly PartyRole[],
  page: PageAsked = {},
): Promise<PageOf<PublicCase & { role: PartyRole }>> {
  throw new Error('not yet')
}
