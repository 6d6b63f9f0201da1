import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DefinitionKind } from './definition.rules.ts'

const table = (kind: DefinitionKind) => sql.table(`services.${kind}`)

/** The draft waits, as it is now, for who may publish it. */
export const setAsked = (ctx: Ctx, kind: DefinitionKind, id: string) =>
  sql`UPDATE ${table(kind)} SET asked_at = ${ctx.now()}, asked_by = ${ctx.actor.personId ?? null}, asked_revision = revision,
      returned_at = NULL, returned_by = NULL, returned_reason = NULL
    WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)

export const setReturned = (ctx: Ctx, kind: DefinitionKind, id: string, reason: string) =>
  sql`UPDATE ${table(kind)} SET asked_at = NULL, asked_by = NULL, asked_revision = NULL,
      returned_at = ${ctx.now()}, returned_by = ${ctx.actor.personId ?? null}, returned_reason = ${reason}
    WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)

/** It was decided. */
export const endReview = (ctx: Ctx, kind: DefinitionKind, id: string) =>
  sql`UPDATE ${table(kind)} SET asked_at = NULL, asked_by = NULL, asked_revision = NULL,
      returned_at = NULL, returned_by = NULL, returned_reason = NULL
    WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)
