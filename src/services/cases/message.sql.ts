import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCaseMessage } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/ids.ts'
import type { Audience, Message, MessageKind } from './case.rules.ts'

export const messageOf = (row: Selectable<ServicesCaseMessage>): Message => ({
  id: row.id,
  caseId: row.case_id,
  kind: row.kind as MessageKind,
  audience: row.audience as Audience,
  authorPersonId: row.author_person_id ?? undefined,
  authorPartyId: row.author_party_id ?? undefined,
  authorUnitId: row.author_unit_id ?? undefined,
  text: row.text,
  at: row.at,
  dueAt: row.due_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  shared: row.shared,
})

export type NewMessage = {
  caseId: string
  kind: MessageKind
  audience: Audience
  text: string
  partyId?: string | undefined
  unitId?: string | undefined
  dueAt?: Date | undefined
  /** For the parties of all cases that belong together. */
  shared?: boolean
}

/** Keeps what was said; returns its id. */
export async function insertMessage(ctx: Ctx, it: NewMessage): Promise<string> {
  const id = newId(ctx.now().getTime())
  const written = ctx.db
    .insertInto('services.case_message')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      id,
      kind: it.kind,
      audience: it.audience,
      author_person_id: it.partyId ? null : (ctx.actor.personId ?? null),
      author_party_id: it.partyId ?? null,
      author_unit_id: it.unitId ?? null,
      text: it.text,
      at: ctx.now(),
      due_at: it.dueAt ?? null,
      shared: it.shared ?? false,
    })
    .execute()
  ctx.soon(written)
  return id
}

export async function messagesOf(ctx: Ctx, caseId: string, audiences: readonly Audience[]): Promise<Message[]> {
  const rows = await ctx.db
    .selectFrom('services.case_message')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('audience', 'in', [...audiences])
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(messageOf)
}

/** Internal notes of several cases, oldest first. */
export async function notesOfAll(ctx: Ctx, caseIds: readonly string[]): Promise<Message[]> {
  if (caseIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case_message')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('kind', '=', 'note')
    .orderBy('at')
    .orderBy('id')
    .limit(500 * caseIds.length)
    .execute()
  return rows.map(messageOf)
}

/** Those of several cases, by their ids. */
export async function messagesNamed(ctx: Ctx, caseIds: readonly string[], ids: readonly string[]): Promise<Message[]> {
  if (caseIds.length === 0 || ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case_message')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(messageOf)
}

/** Questions that wait: of one case or several, the newest first; or all whose time is over, those that waited longest first. */
export async function openQuestions(
  ctx: Ctx,
  of: { caseId: string } | { caseIds: readonly string[] } | { dueBefore: Date },
): Promise<Message[]> {
  const query = ctx.db
    .selectFrom('services.case_message')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', 'question')
    .where('answered_at', 'is', null)
    .limit(1000)
  const found =
    'dueBefore' in of
      ? query.where('due_at', '<', of.dueBefore).orderBy('due_at').orderBy('id')
      : query.where('case_id', 'in', 'caseId' in of ? [of.caseId] : [...of.caseIds]).orderBy('at', 'desc')
  const rows = await found.execute()
  return rows.map(messageOf)
}

/** No question waits any more: answered, run out, or the case ended. */
export const closeQuestions = (ctx: Ctx, caseId: string) =>
  ctx.db
    .updateTable('services.case_message')
    .set({ answered_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('kind', '=', 'question')
    .where('answered_at', 'is', null)
    .execute()

/** What the parties of all were asked is answered. */
export const closeShared = (ctx: Ctx, { id }: { id: string }) =>
  ctx.db
    .updateTable('services.case_message')
    .set({ answered_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', id)
    .where('kind', '=', 'question')
    .where('shared', '=', true)
    .where('answered_at', 'is', null)
    .execute()

export async function countMessages(ctx: Ctx, caseId: string, partyId: string, since: Date): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.case_message')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('author_party_id', '=', partyId)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return row.n
}
