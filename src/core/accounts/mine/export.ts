import type { Ctx } from '#platform/context.ts'
import { accountById } from '../account.sql.ts'
import { logOf } from '../account-log.sql.ts'
import { passkeysOf } from '../passkeys/passkey.sql.ts'
import { identitiesOf } from '../providers/identity.sql.ts'
import { sessionsOf } from '../sessions/session.sql.ts'
import { personFacts } from '../towns/person.sql.ts'

/** What a module keeps about the actor in this town, as plain values; undefined when there is nothing. */
export type Export = { name: string; collect: (ctx: Ctx, personId: string) => Promise<unknown> }

let others: readonly Export[] = []

/** Called once by the composition: what other modules add to what a person can take along (GDPR, articles 15 and 20). */
export function setExports(all: readonly Export[]): void {
  others = all
}

/** Everything that is kept about the actor: her account, and what this town knows. */
export async function exportOf(ctx: Ctx): Promise<Record<string, unknown>> {
  const accountId = ctx.actor.accountId ?? ''
  const account = await accountById(ctx, accountId)
  if (!account) return {}
  const { id, email, name, locale, createdAt, totpConfirmedAt } = account
  const person = await personFacts(ctx, accountId)
  const more: Record<string, unknown> = {}
  if (person) for (const each of others) more[each.name] = await each.collect(ctx, person.id)
  const [sessions, passkeys, identities, log] = [
    await sessionsOf(ctx, accountId),
    await passkeysOf(ctx, accountId),
    await identitiesOf(ctx, accountId),
    await logOf(ctx, accountId, 10_000),
  ]
  return {
    town: ctx.town.name,
    made: ctx.now(),
    account: { id, email, name, locale, createdAt, hasPassword: account.passwordHash !== null, secondFactorSince: totpConfirmedAt },
    sessions,
    passkeys: passkeys.map(({ credentialId: _, ...passkey }) => passkey),
    identities,
    log: log.map(({ sameNetwork: _, ...entry }) => entry),
    person,
    ...more,
  }
}
