import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'

export type Picked = { number: string; title: string; placeLabel: string; state: string; stage: Stage; unitId: string | undefined }

/** The reports with these numbers, in the order they were given. */
export async function reportsByNumber(ctx: Ctx, numbers: readonly string[]): Promise<Picked[]> {
  if (numbers.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['number', 'title', 'place_label', 'state', 'stage', 'unit_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', 'report')
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  const known = new Map(rows.map((row) => [row.number, row]))
  return [...new Set(numbers)].flatMap((number) => {
    const row = known.get(number)
    return row
      ? {
          number,
          title: row.title,
          placeLabel: row.place_label,
          state: row.state,
          stage: row.stage as Stage,
          unitId: row.unit_id ?? undefined,
        }
      : []
  })
}
