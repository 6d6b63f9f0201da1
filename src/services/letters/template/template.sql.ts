import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesLetterTemplateVersion } from '#platform/db/schema.generated.ts'
import { LetterContent } from './content.rules.ts'

/** As many kinds of letters as a town keeps an eye on. */
export const MOST_TEMPLATES = 500

export type LetterTemplate = { id: string; key: string; name: string; closedAt: Date | undefined }
export type TemplateVersion = {
  templateId: string
  version: number
  state: 'draft' | 'published'
  content: LetterContent
  changedAt: Date
  changedBy: string | undefined
  publishedAt: Date | undefined
  /** Counts changes of a draft. */
  edits: number
}

const templateOf = (row: { id: string; key: string; name: string; closed_at: Date | null }): LetterTemplate => ({
  id: row.id,
  key: row.key,
  name: row.name,
  closedAt: row.closed_at ?? undefined,
})

const versionOf = (row: Selectable<ServicesLetterTemplateVersion>): TemplateVersion => ({
  templateId: row.template_id,
  version: row.version,
  state: row.state === 'draft' ? 'draft' : 'published',
  content: LetterContent.parse(row.content),
  changedAt: row.changed_at,
  changedBy: row.changed_by ?? undefined,
  publishedAt: row.published_at ?? undefined,
  edits: row.edits,
})

const templates = (ctx: Ctx) =>
  ctx.db.selectFrom('services.letter_template').select(['id', 'key', 'name', 'closed_at']).where('tenant_id', '=', ctx.town.id)
const versions = (ctx: Ctx) => ctx.db.selectFrom('services.letter_template_version').selectAll().where('tenant_id', '=', ctx.town.id)

export type ListedTemplate = LetterTemplate & { published: number | undefined; draft: number | undefined; changedAt: Date | undefined }

/** By name, with the number of the version in use and of the draft. */
export async function letterTemplates(ctx: Ctx): Promise<ListedTemplate[]> {
  const rows = await ctx.db
    .selectFrom('services.letter_template as t')
    .leftJoin('services.letter_template_version as v', (join) =>
      join.onRef('v.tenant_id', '=', 't.tenant_id').onRef('v.template_id', '=', 't.id'),
    )
    .select([
      't.id',
      't.key',
      't.name',
      't.closed_at',
      sql<number | null>`max(v.version) FILTER (WHERE v.state = 'published')`.as('published'),
      sql<number | null>`max(v.version) FILTER (WHERE v.state = 'draft')`.as('draft'),
      sql<Date | null>`max(v.changed_at)`.as('changed_at'),
    ])
    .where('t.tenant_id', '=', ctx.town.id)
    .groupBy(['t.tenant_id', 't.id'])
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(MOST_TEMPLATES)
    .execute()
  return rows.map((row) => ({
    ...templateOf(row),
    published: row.published ?? undefined,
    draft: row.draft ?? undefined,
    changedAt: row.changed_at ?? undefined,
  }))
}

/** With `hold` nobody else changes it until the transaction ends. */
export async function templateById(ctx: Ctx, id: string, { hold = false } = {}): Promise<LetterTemplate | undefined> {
  const found = templates(ctx).where('id', '=', id)
  const row = await (hold ? found.forUpdate() : found).executeTakeFirst()
  return row && templateOf(row)
}

export async function templateByKey(ctx: Ctx, key: string): Promise<LetterTemplate | undefined> {
  const row = await templates(ctx).where('key', '=', key).executeTakeFirst()
  return row && templateOf(row)
}

/** The newest first; the draft, if there is one, leads. */
export const versionsOf = async (ctx: Ctx, templateId: string): Promise<TemplateVersion[]> =>
  (await versions(ctx).where('template_id', '=', templateId).orderBy('version', 'desc').limit(200).execute()).map(versionOf)

export async function templateVersion(ctx: Ctx, templateId: string, version: number): Promise<TemplateVersion | undefined> {
  const row = await versions(ctx).where('template_id', '=', templateId).where('version', '=', version).executeTakeFirst()
  return row && versionOf(row)
}

/** The version that letters are written with now. */
export async function publishedVersion(ctx: Ctx, templateId: string): Promise<TemplateVersion | undefined> {
  const row = await versions(ctx)
    .where('template_id', '=', templateId)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && versionOf(row)
}

/** False if there is a template of this key. */
export async function insertTemplate(ctx: Ctx, it: Pick<LetterTemplate, 'id' | 'key' | 'name'>): Promise<boolean> {
  const row = await ctx.db
    .insertInto('services.letter_template')
    .values({ tenant_id: ctx.town.id, ...it, made_at: ctx.now() })
    .onConflict((known) => known.columns(['tenant_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const changeTemplateRow = (ctx: Ctx, id: string, changes: { name?: string; closed_at?: Date | null }) =>
  ctx.db.updateTable('services.letter_template').set(changes).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export async function putDraft(ctx: Ctx, templateId: string, version: number, content: LetterContent): Promise<void> {
  const values = { content: JSON.stringify(content), changed_at: ctx.now(), changed_by: ctx.actor.personId ?? null }
  await ctx.db
    .insertInto('services.letter_template_version')
    .values({ tenant_id: ctx.town.id, template_id: templateId, version, state: 'draft', ...values })
    .onConflict((known) =>
      known.columns(['tenant_id', 'template_id', 'version']).doUpdateSet((row) => ({
        ...values,
        edits: row('services.letter_template_version.edits', '+', 1),
      })),
    )
    .execute()
}

export async function publishVersion(ctx: Ctx, templateId: string, version: number): Promise<void> {
  await ctx.db
    .updateTable('services.letter_template_version')
    .set({ state: 'published', published_at: ctx.now(), published_by: ctx.actor.personId ?? null })
    .where('tenant_id', '=', ctx.town.id)
    .where('template_id', '=', templateId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute()
}

export async function deleteDraft(ctx: Ctx, templateId: string, version: number): Promise<void> {
  await ctx.db
    .deleteFrom('services.letter_template_version')
    .where('tenant_id', '=', ctx.town.id)
    .where('template_id', '=', templateId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute()
}
