import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import { MOST_SITUATIONS, type Situation, type SituationIcon } from './situation.rules.ts'

const all = (ctx: Ctx) => ctx.db.selectFrom('services.life_situation').selectAll().where('tenant_id', '=', ctx.town.id)
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const situationOf = (row: Row): Situation => ({
  id: row.id,
  slug: row.slug,
  name: { de: row.name_de, en: row.name_en },
  text: { de: row.text_de, en: row.text_en },
  icon: row.icon as SituationIcon,
  position: row.position,
})

/** In the order in which pages show them. */
export const situations = (ctx: Ctx): Promise<Situation[]> =>
  kept(ctx, 'service', 'situations', async () =>
    (await all(ctx).orderBy('position').orderBy('slug').limit(MOST_SITUATIONS).execute()).map(situationOf),
  )

export async function putSituation(ctx: Ctx, it: Situation): Promise<void> {
  const values = {
    slug: it.slug,
    name_de: it.name.de,
    name_en: it.name.en,
    text_de: it.text.de,
    text_en: it.text.en,
    icon: it.icon,
    position: it.position,
  }
  await ctx.db
    .insertInto('services.life_situation')
    .values({ tenant_id: ctx.town.id, id: it.id, ...values })
    .onConflict((known) => known.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export const deleteSituation = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('services.life_situation').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()
