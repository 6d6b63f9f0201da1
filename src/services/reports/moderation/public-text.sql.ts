import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { namesOf } from '../../cases/index.ts'

/** What the public read from a time on. */
export type PublicText = { version: number; text: string; reason: string | undefined; by: string | undefined; at: Date }

const table = 'services.public_text_version'

/** Keeps a new version; what was read before it is kept as the first, if nothing was kept yet. */
export async function keepPublicText(
  ctx: Ctx,
  caseId: string,
  { before, text, reason }: { before: { text: string; at: Date } | undefined; text: string; reason: string | undefined },
): Promise<void> {
  const { last } = await ctx.db
    .selectFrom(table)
    .select(sql<number>`coalesce(max(version), 0)::int`.as('last'))
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const whose = { tenant_id: ctx.town.id, case_id: caseId }
  const first = last === 0 && before ? [{ ...whose, version: 1, text: before.text, reason: null, made_by: null, made_at: before.at }] : []
  const made = { reason: reason ?? null, made_by: ctx.actor.personId ?? null, made_at: ctx.now() }
  await ctx.db
    .insertInto(table)
    .values([...first, { ...whose, version: last + first.length + 1, text, ...made }])
    .execute()
}

/** Newest first. */
export async function publicTexts(ctx: Ctx, caseId: string): Promise<PublicText[]> {
  const rows = await ctx.db
    .selectFrom(table)
    .select(['version', 'text', 'reason', 'made_by', 'made_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  const names = await namesOf(
    ctx,
    'core.person',
    rows.flatMap(({ made_by }) => made_by ?? []),
  )
  return rows.map((row) => ({
    version: row.version,
    text: row.text,
    reason: row.reason ?? undefined,
    by: names.get(row.made_by ?? ''),
    at: row.made_at,
  }))
}
