import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { CoreWebhook } from '#platform/db/schema.generated.ts'
import type { Webhook } from './webhook.rules.ts'

const webhookOf = (row: Selectable<CoreWebhook>): Webhook => ({
  id: row.id,
  name: row.name,
  url: row.url,
  kinds: row.kinds,
  state: row.state as Webhook['state'],
  offReason: (row.off_reason ?? undefined) as Webhook['offReason'],
  secret: row.secret,
  oldSecret: row.old_secret ?? undefined,
  oldUntil: row.old_until ?? undefined,
  failingSince: row.failing_since ?? undefined,
  succeededAt: row.succeeded_at ?? undefined,
  madeAt: row.made_at,
  version: row.version,
})

/** All of the town, at most 20, by name. */
export const webhooksOf = async (ctx: Ctx): Promise<Webhook[]> =>
  (await ctx.db.selectFrom('core.webhook').selectAll().where('tenant_id', '=', ctx.town.id).orderBy('name').orderBy('id').execute()).map(
    webhookOf,
  )

export async function webhookById(ctx: Ctx, id: string, { hold = false }: { hold?: boolean } = {}): Promise<Webhook | undefined> {
  const row = await ctx.db
    .selectFrom('core.webhook')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .$if(hold, (query) => query.forUpdate())
    .executeTakeFirst()
  return row && webhookOf(row)
}

/** Holds the town's row, so that two who register at once are counted one after the other. */
export const holdTown = (ctx: Ctx) =>
  ctx.db.selectFrom('core.town').select('id').where('id', '=', ctx.town.id).forNoKeyUpdate().executeTakeFirst()

export const insertWebhook = (ctx: Ctx, { id, name, url, kinds, secret }: Pick<Webhook, 'id' | 'name' | 'url' | 'kinds' | 'secret'>) =>
  ctx.db
    .insertInto('core.webhook')
    .values({ tenant_id: ctx.town.id, id, name, url, kinds: [...kinds], secret, state: 'on', made_at: ctx.now() })
    .execute()

export type WebhookChanges = Partial<{
  name: string
  url: string
  kinds: string[]
  state: Webhook['state']
  off_reason: Webhook['offReason'] | null
  secret: string
  old_secret: string | null
  old_until: Date | null
  failing_since: Date | null
  succeeded_at: Date
}>

/** A change that somebody made counts the version up. */
export const changeWebhook = (ctx: Ctx, id: string, changes: WebhookChanges) =>
  ctx.db
    .updateTable('core.webhook')
    .set((q) => ({ ...changes, version: q('version', '+', 1) }))
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** What attempts show of the other side. */
export const noteHealth = (ctx: Ctx, id: string, changes: Pick<WebhookChanges, 'failing_since' | 'succeeded_at'>) =>
  ctx.db.updateTable('core.webhook').set(changes).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export const deleteWebhook = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('core.webhook').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()
