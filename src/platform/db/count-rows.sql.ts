import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/**
 * Has the database count its rows, also those that this transaction has written so far. Worth its time in a
 * transaction that writes thousands of rows and reads them again; it holds a lock on the tables that only others who count wait for.
 */
export const countRows = (ctx: Ctx, schema: 'core' | 'services') => sql`SELECT platform.count_rows(${schema})`.execute(ctx.db)
