import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

export type NewMail = {
  id: string
  kind: string
  to: string
  subject: string
  text: string
  html: string
  unsubscribeUrl: string | undefined
  messageId: string
}

/** Longer than a job takes to run: until then the first attempt is on its way. */
const FIRST_WAIT_MS = 10 * 60_000

export const insertMail = (ctx: Ctx, mail: NewMail) =>
  ctx.db
    .insertInto('core.mail')
    .values({
      tenant_id: ctx.town.id,
      id: mail.id,
      kind: mail.kind,
      to_address: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      unsubscribe_url: mail.unsubscribeUrl ?? null,
      message_id: mail.messageId,
      created_at: ctx.now(),
      next_at: new Date(ctx.now().getTime() + FIRST_WAIT_MS),
    })
    .execute()

const columns = [
  'id',
  'kind',
  'to_address as to',
  'subject',
  'text',
  'html',
  'unsubscribe_url as unsubscribeUrl',
  'message_id as messageId',
  'state',
  'attempts',
  'last_error as lastError',
  'created_at as createdAt',
] as const

export const mailById = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('core.mail').select(columns).where('tenant_id', '=', ctx.town.id).where('id', '=', id).executeTakeFirst()

/** Counts an attempt and hands out the mail; undefined when it is not waiting any more. */
export const beginAttempt = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('core.mail')
    .set((q) => ({ attempts: q('attempts', '+', 1) }))
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('state', '=', sql.lit('waiting'))
    .returning(columns)
    .executeTakeFirst()

/** Kept in the demo's mailbox; elsewhere the words go, because they may hold a secret and nobody needs them any more. */
export const markSent = (ctx: Ctx, id: string, { keepWords }: { keepWords: boolean }) =>
  ctx.db
    .updateTable('core.mail')
    .set({ state: 'sent', sent_at: ctx.now(), last_error: null, ...(keepWords ? {} : { subject: '', text: '', html: '' }) })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const markTrouble = (ctx: Ctx, id: string, { code, state, nextAt }: { code: string; state: 'waiting' | 'failed'; nextAt: Date }) =>
  ctx.db
    .updateTable('core.mail')
    .set({ state, last_error: code, next_at: nextAt })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Waiting mails whose next attempt is due, those that wait longest first. */
export const dueMails = async (ctx: Ctx, limit: number): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('core.mail')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('state', '=', sql.lit('waiting'))
    .where('next_at', '<=', ctx.now())
    .orderBy('next_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Newest first, at most `limit`, before the mail `before`, all or those to one address. */
export const mailsOf = (ctx: Ctx, { to, before, limit }: { to?: string | undefined; before?: string | undefined; limit: number }) =>
  ctx.db
    .selectFrom('core.mail')
    .select(columns)
    .where('tenant_id', '=', ctx.town.id)
    .$if(to !== undefined, (query) => query.where('to_address', '=', to!))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The addresses written to last. */
export const lastAddresses = async (ctx: Ctx, limit: number): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('core.mail')
    .select((q) => ['to_address', q.fn.max('created_at').as('last')])
    .where('tenant_id', '=', ctx.town.id)
    .groupBy('to_address')
    .orderBy('last', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.to_address)
}

/** Removes what was sent before `sentBefore`, and what failed before `failedBefore`. */
export const removeOldMails = (ctx: Ctx, { sentBefore, failedBefore }: { sentBefore: Date; failedBefore: Date }) =>
  ctx.db
    .deleteFrom('core.mail')
    .where('tenant_id', '=', ctx.town.id)
    .where((q) =>
      q.or([
        q.and([q('state', '=', 'sent'), q('created_at', '<', sentBefore)]),
        q.and([q('state', '=', 'failed'), q('created_at', '<', failedBefore)]),
      ]),
    )
    .execute()
