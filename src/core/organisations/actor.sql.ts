import type { Ctx } from '#platform/context.ts'

export type SessionFacts = {
  sessionId: string
  trust: 'none' | 'basic' | 'substantial' | 'high'
  accountId: string
  name: string
  operator: boolean
  actingOrganisationId: string | null
  personId: string | null
  memberships: { role: string; organisationId: string; kind: string; name: string }[]
}

/** The session behind a token's hash with the person and memberships it has in this town. */
export async function sessionFacts(ctx: Ctx, tokenHash: Buffer): Promise<SessionFacts | undefined> {
  const rows = await ctx.db
    .selectFrom('core.session as s')
    .innerJoin('core.account as a', 'a.id', 's.account_id')
    .leftJoin('core.person as p', (join) => join.onRef('p.account_id', '=', 'a.id').on('p.tenant_id', '=', ctx.town.id))
    .leftJoin('core.membership as m', (join) =>
      join.onRef('m.person_id', '=', 'p.id').on('m.tenant_id', '=', ctx.town.id).on('m.until', 'is', null),
    )
    .leftJoin('core.organisation as o', (join) =>
      join.onRef('o.id', '=', 'm.organisation_id').on('o.tenant_id', '=', ctx.town.id).on('o.closed_at', 'is', null),
    )
    .select([
      's.id',
      's.trust',
      's.acting_tenant_id',
      's.acting_organisation_id',
      'a.id as account_id',
      'a.name',
      'a.operator',
      'p.id as person_id',
      'm.role',
      'o.id as organisation_id',
      'o.kind',
      'o.name as organisation_name',
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', ctx.now())
    .where('a.blocked_at', 'is', null)
    .execute()
  const first = rows[0]
  if (!first) return undefined
  return {
    sessionId: first.id,
    trust: first.trust as SessionFacts['trust'],
    accountId: first.account_id,
    name: first.name,
    operator: first.operator,
    actingOrganisationId: first.acting_tenant_id === ctx.town.id ? first.acting_organisation_id : null,
    personId: first.person_id,
    memberships: rows.flatMap((row) =>
      row.role && row.organisation_id
        ? [{ role: row.role, organisationId: row.organisation_id, kind: row.kind!, name: row.organisation_name! }]
        : [],
    ),
  }
}
