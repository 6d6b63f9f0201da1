import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { isSigned, sign } from '#platform/keys.ts'
import type { Case, Party } from './case.rules.ts'
import { partyById, partyOfPerson } from './party.sql.ts'

const SECONDS = 2 * 60 * 60

const nameFor = (number: string) => `vorgang-${number}`
const claimOf = (ctx: Ctx, caseId: string, partyId: string, until: number) => `${ctx.town.id} ${caseId} ${partyId} ${until}`

/** After `/s/{secret}` or number and code: opens this case for two hours, so that the secret need not stay in the address. */
export function accessCookie(ctx: Ctx, of: Pick<Case, 'id' | 'number'>, party: Party): SetCookie {
  const until = Math.floor(ctx.now().getTime() / 1000) + SECONDS
  const value = `${party.id}.${until}.${sign('case-access', claimOf(ctx, of.id, party.id, until))}`
  return { name: nameFor(of.number), value, maxAge: SECONDS, httpOnly: true }
}

/** The party that asks: by the cookie of this case, or as a person with an account who takes part in it. */
export async function partyFromCookie(ctx: Ctx, of: Pick<Case, 'id' | 'number'>, headers: Headers): Promise<Party | undefined> {
  const [partyId = '', until = '', signature = ''] = (cookieOf(headers.get('cookie'), nameFor(of.number)) ?? '').split('.')
  const holds =
    /^\d{10}$/.test(until) &&
    Number(until) * 1000 > ctx.now().getTime() &&
    isSigned('case-access', claimOf(ctx, of.id, partyId, Number(until)), signature)
  const byCookie = holds ? await partyById(ctx, of.id, partyId) : undefined
  return byCookie ?? (ctx.actor.personId ? await partyOfPerson(ctx, of.id, ctx.actor.personId) : undefined)
}
