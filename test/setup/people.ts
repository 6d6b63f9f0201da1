import type { Pool } from 'pg'
import { eventsAbout } from '#core/memory/index.ts'
import type { Actor, Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Happened } from '#platform/module.ts'
import { doing, thursday } from './town.ts'

/** A person of the town without account. Returns her id. */
export async function somebody(pool: Pool, town: Town, name: string, email: string | null = null): Promise<string> {
  const id = newId()
  await doing(pool, { town }, (ctx) =>
    ctx.db.insertInto('core.person').values({ tenant_id: town.id, id, name, email, created_at: thursday }).execute(),
  )
  return id
}

/** Somebody signed in with just these rights. */
export const actorWith = (permissions: readonly string[], more: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  permissions: new Set(['everyone', 'signedIn', ...permissions]),
  trust: 'basic',
  unitIds: [],
  ...more,
})

/** Everything that was recorded about a subject, oldest first. */
export const eventsOf = (pool: Pool, town: Town, subject: { type: string; id: string }): Promise<Happened[]> =>
  doing(pool, { town, readOnly: true }, (ctx) => eventsAbout(ctx, subject, ['public', 'parties', 'internal']))
