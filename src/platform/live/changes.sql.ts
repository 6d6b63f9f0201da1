import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

export const CHANNEL = 'stadtplatz_changes'

/** Heard by every process after the commit. */
export const notifyAll = (ctx: Ctx, payload: string) => sql`SELECT pg_notify(${CHANNEL}, ${payload})`.execute(ctx.db)
