import { type Actor, anonymous, type Ctx } from '#platform/context.ts'
import { digest } from '#platform/keys.ts'
import { sessionFacts } from './actor.sql.ts'
import { OPERATOR } from './roles.rules.ts'

let table: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** Called once by the composition with the permissions of all modules. */
export function setPermissions(all: ReadonlyMap<string, ReadonlySet<string>>): void {
  table = all
}

export const permissionsOfRole = (role: string): ReadonlySet<string> => table.get(role) ?? new Set()

/** Who asks, by the token of their session: rights are those of their memberships in this town. */
export async function actorOf(ctx: Ctx, token: string | undefined): Promise<Actor> {
  if (!token || token.length > 100) return anonymous
  const facts = await sessionFacts(ctx, digest(token))
  if (!facts) return anonymous
  const held = [...facts.memberships.map(({ role }) => role), ...(facts.operator ? [OPERATOR] : [])]
  const acting = facts.memberships.find(({ organisationId }) => organisationId === facts.actingOrganisationId)
  return {
    kind: 'person',
    permissions: new Set(['everyone', 'signedIn', ...held.flatMap((role) => [...permissionsOfRole(role)])]),
    trust: facts.trust,
    accountId: facts.accountId,
    sessionId: facts.sessionId,
    name: facts.name,
    ...(facts.personId ? { personId: facts.personId } : {}),
    unitIds: facts.memberships
      .filter(({ kind }) => ['authority', 'department', 'team'].includes(kind))
      .map(({ organisationId }) => organisationId),
    mayActForOthers: facts.memberships.length > 0,
    ...(acting ? { organisation: { id: acting.organisationId, name: acting.name } } : {}),
  }
}
