import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId, newSecret, speakableCode } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { versionBy, versionInForce } from '../definitions/definition.sql.ts'
import { FormDefinition } from '../forms/index.ts'
import { type Draft, type DraftKeys, IDLE_DAYS, MAX_ANSWER_BYTES, MOST_DRAFTS, type OpenDraft, UNTOUCHED_DAYS } from './draft.rules.ts'
import { changeDraft, type DraftBy, deleteDraft, draftBy, draftsOfPerson, insertDraft } from './draft.sql.ts'
import { countGone } from './figures/count.sql.ts'
import { onlineBy } from './online.sql.ts'

const secretHash = (secret: string) => keyedHash('draft-secret', secret)
const codeHash = (code: string) => keyedHash('draft-code', code)

/** How somebody names a draft: the secret that this browser has, the code that was written down, or the own one by its id. */
export type DraftRef = { secret: string } | { code: string } | { id: string }

/** Begins to fill in the form of a service, in the version of now. */
export async function startDraft(
  ctx: Ctx,
  input: { slug: string },
): Promise<Result<DraftKeys & { id: string; firstPage: string }, 'notOnline' | 'tooManyDrafts'>> {
  const online = await onlineBy(ctx, { slug: input.slug })
  const version = online && (await versionInForce(ctx, 'form', online.formId))
  if (!online || !version) return refuse('notOnline')
  const { personId } = ctx.actor
  if (personId && (await draftsOfPerson(ctx, personId, MOST_DRAFTS)).length >= MOST_DRAFTS)
    return refuse('tooManyDrafts', { facts: { count: MOST_DRAFTS } })
  const keys: DraftKeys = { secret: newSecret(), code: speakableCode(12) }
  const id = newId(ctx.now().getTime())
  await insertDraft(ctx, {
    id,
    serviceId: online.serviceId,
    formId: online.formId,
    formNumber: version.number,
    personId,
    expiresAt: new Date(ctx.now().getTime() + UNTOUCHED_DAYS * DAY_MS),
    secretHash: secretHash(keys.secret),
    codeHash: codeHash(keys.code),
  })
  return ok({ ...keys, id, firstPage: FormDefinition.parse(version.content).pages[0]?.key ?? '' })
}

/** The same with answers that are known, for somebody who changes what she sent or objects to a decision. */
export async function startFilled(
  ctx: Ctx,
  it: Pick<Draft, 'serviceId' | 'formId' | 'formNumber' | 'answers'> & Partial<Pick<Draft, 'replacesCase' | 'objectsTo'>>,
): Promise<Result<DraftKeys & { id: string }, 'notOnline'>> {
  if (!(await onlineBy(ctx, { serviceId: it.serviceId }))) return refuse('notOnline')
  const keys: DraftKeys = { secret: newSecret(), code: speakableCode(12) }
  const id = newId(ctx.now().getTime())
  await insertDraft(ctx, {
    id,
    serviceId: it.serviceId,
    formId: it.formId,
    formNumber: it.formNumber,
    answers: it.answers,
    replacesCase: it.replacesCase,
    objectsTo: it.objectsTo,
    personId: ctx.actor.personId,
    expiresAt: new Date(ctx.now().getTime() + UNTOUCHED_DAYS * DAY_MS),
    secretHash: secretHash(keys.secret),
    codeHash: codeHash(keys.code),
  })
  return ok({ ...keys, id })
}

/** Unknown, wrong and run out look the same. A person's draft opens by its id for her alone, by secret and code for who has them. */
export async function openDraft(ctx: Ctx, ref: DraftRef, { hold = false } = {}): Promise<OpenDraft | undefined> {
  const draft = await draftBy(ctx, asBy(ref), { hold })
  if (!draft || ('id' in ref && (!ctx.actor.personId || draft.personId !== ctx.actor.personId))) return undefined
  return await draftWith(ctx, draft)
}

/** A draft with the form it answers, in the version it began with. */
export async function draftWith(ctx: Ctx, draft: Draft): Promise<OpenDraft | undefined> {
  const [online, version] = [
    await onlineBy(ctx, { serviceId: draft.serviceId }),
    await versionBy(ctx, 'form', draft.formId, draft.formNumber),
  ]
  return online && version ? { draft, online, form: FormDefinition.parse(version.content) } : undefined
}

const asBy = (ref: DraftRef): DraftBy =>
  'id' in ref
    ? ref
    : 'secret' in ref
      ? { secretHash: secretHash(ref.secret) }
      : { codeHash: codeHash(ref.code.toUpperCase().replace(/[^0-9A-Z]/g, '')) }

/** Keeps what was written so far, complete or not. A window that knows less than the newest state is refused. */
export async function saveDraft(
  ctx: Ctx,
  ref: DraftRef,
  input: { answers: Record<string, unknown>; page: string; revision?: number | undefined },
): Promise<Result<Draft, 'unknown' | 'draftChanged' | 'draftWaits' | 'answersTooLong'>> {
  const found = await openDraft(ctx, ref, { hold: true })
  if (!found) return refuse('unknown')
  if (found.draft.waits) return refuse('draftWaits')
  if (input.revision !== undefined && input.revision !== found.draft.revision) return refuse('draftChanged')
  if (Buffer.byteLength(JSON.stringify(input.answers)) > MAX_ANSWER_BYTES) return refuse('answersTooLong')
  const expiresAt = new Date(ctx.now().getTime() + IDLE_DAYS * DAY_MS)
  return ok(await changeDraft(ctx, found.draft.id, { answers: input.answers, page: input.page.slice(0, 60), expiresAt }))
}

/** Thrown away by who wrote it. */
export async function dropDraft(ctx: Ctx, ref: DraftRef): Promise<Result<true, 'unknown'>> {
  const found = await openDraft(ctx, ref, { hold: true })
  if (!found) return refuse('unknown')
  const { serviceId, page, savedAt, replacesCase } = found.draft
  await countGone(ctx, [{ serviceId, page, savedAt, isNew: replacesCase === undefined }])
  await deleteDraft(ctx, found.draft.id)
  return ok(true)
}
