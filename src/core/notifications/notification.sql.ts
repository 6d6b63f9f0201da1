import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { type Locale, locales, type TextParams } from '#platform/text.ts'
import type { Choice, Notification } from './notification.rules.ts'

export type Reader = { personId: string; hasAccount: boolean; email: string | null; locale: Locale }

/** How to reach a person: a confirmed address of the account before the one the town knows. Undefined when she is gone. */
export async function readerOf(ctx: Ctx, personId: string): Promise<Reader | undefined> {
  const row = await ctx.db
    .selectFrom('core.person as p')
    .leftJoin('core.account as a', 'a.id', 'p.account_id')
    .select(['p.account_id', 'p.email', 'p.locale', 'a.locale as account_locale', 'a.email as account_email', 'a.email_confirmed_at'])
    .where('p.tenant_id', '=', ctx.town.id)
    .where('p.id', '=', personId)
    .where('p.anonymised_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const locale = row.account_locale ?? row.locale
  return {
    personId,
    hasAccount: row.account_id !== null,
    email: row.account_email ? (row.email_confirmed_at ? row.account_email : null) : row.email,
    locale: locales.find((known) => known === locale) ?? 'de',
  }
}

export type NewNotification = Omit<Notification, 'readAt'> & Choice & { personId: string }

export const insertNotification = (ctx: Ctx, { personId, inApp, params, ...rest }: NewNotification) =>
  ctx.db
    .insertInto('core.notification')
    .values({ tenant_id: ctx.town.id, person_id: personId, in_app: inApp, params: JSON.stringify(params), ...rest })
    .execute()

const columns = ['id', 'kind', 'text', 'params', 'path', 'at', 'read_at'] as const
type Row = { id: string; kind: string; text: string; params: unknown; path: string; at: Date; read_at: Date | null }
const notificationOf = ({ read_at, params, ...row }: Row): Notification => ({ ...row, params: params as TextParams, readAt: read_at })

/** Newest first, those before the notification `before`. */
export async function notificationsOf(
  ctx: Ctx,
  personId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Notification[]> {
  const rows = await ctx.db
    .selectFrom('core.notification')
    .select(columns)
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('in_app', '=', sql.lit(true))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(notificationOf)
}

/** Counts no further than 100: the bell says "99+". */
export async function countUnread(ctx: Ctx, personId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom((q) =>
      q
        .selectFrom('core.notification')
        .select('id')
        .where('tenant_id', '=', ctx.town.id)
        .where('person_id', '=', personId)
        .where('in_app', '=', sql.lit(true))
        .where('read_at', 'is', null)
        .limit(100)
        .as('unread'),
    )
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function hasNewer(ctx: Ctx, personId: string, since: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('core.notification')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('in_app', '=', sql.lit(true))
    .where('id', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Marks one as read, however often; undefined when it is not hers. */
export const markRead = (ctx: Ctx, personId: string, id: string) =>
  ctx.db
    .updateTable('core.notification')
    .set((q) => ({ read_at: q.fn.coalesce('read_at', q.val(ctx.now())) }))
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('in_app', '=', sql.lit(true))
    .returning('path')
    .executeTakeFirst()

/** Those up to `upTo`, so that what came while the page stood open stays unread. */
export async function markAllRead(ctx: Ctx, personId: string, upTo: string | undefined): Promise<number> {
  const result = await ctx.db
    .updateTable('core.notification')
    .set({ read_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('in_app', '=', sql.lit(true))
    .where('read_at', 'is', null)
    .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo!))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Removes what lies longer than people look for it. */
export const removeBefore = (ctx: Ctx, before: Date) =>
  ctx.db.deleteFrom('core.notification').where('tenant_id', '=', ctx.town.id).where('at', '<', before).execute()
