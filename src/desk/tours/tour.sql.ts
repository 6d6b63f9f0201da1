import type { Ctx } from '#platform/context.ts'

export type Stop = { number: string; title: string; placeLabel: string; lat: number; lon: number; dueAt: Date }

/** The chosen reports that have a place, what is due first first: there the tour starts. */
export async function stopsOf(ctx: Ctx, numbers: readonly string[]): Promise<Stop[]> {
  if (numbers.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['number', 'title', 'place_label', 'lat', 'lon', 'due_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', 'report')
    .where('number', 'in', [...new Set(numbers)])
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ number, title, place_label, lat, lon, due_at }) =>
    lat === null || lon === null ? [] : [{ number, title, placeLabel: place_label, lat, lon, dueAt: due_at }],
  )
}
