import type { Ctx } from '#platform/context.ts'

export const setActing = (ctx: Ctx, sessionId: string, organisationId: string | null) =>
  ctx.db
    .updateTable('core.session')
    .set({ acting_organisation_id: organisationId, acting_tenant_id: organisationId ? ctx.town.id : null })
    .where('id', '=', sessionId)
    .execute()
