import type { Ctx } from '#platform/context.ts'
import type { EmailChoice } from '#platform/module.ts'
import type { Choice } from './notification.rules.ts'

/** What a person chose herself, by kind. */
export async function choicesOf(ctx: Ctx, personId: string): Promise<Map<string, Choice>> {
  const rows = await ctx.db
    .selectFrom('core.notification_choice')
    .select(['kind', 'in_app', 'email'])
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((row) => [row.kind, { inApp: row.in_app, email: row.email as EmailChoice }]))
}

export const saveChoices = (ctx: Ctx, personId: string, choices: ReadonlyMap<string, Choice>) =>
  ctx.db
    .insertInto('core.notification_choice')
    .values(
      [...choices].map(([kind, { inApp, email }]) => ({
        tenant_id: ctx.town.id,
        person_id: personId,
        kind,
        in_app: inApp,
        email,
        changed_at: ctx.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'person_id', 'kind']).doUpdateSet((q) => ({
        in_app: q.ref('excluded.in_app'),
        email: q.ref('excluded.email'),
        changed_at: q.ref('excluded.changed_at'),
      })),
    )
    .execute()
