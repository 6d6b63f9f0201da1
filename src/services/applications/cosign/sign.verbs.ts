import { record } from '#core/memory/index.ts'
import { anonymous, type Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readCode } from '../../cases/number.rules.ts'
import { hashOf } from '../../definitions/definition.verbs.ts'
import { evaluate } from '../../forms/index.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { draftBy } from '../draft.sql.ts'
import { draftWith } from '../draft.verbs.ts'
import { factsFor } from '../facts.ts'
import { type SentDraft, sendDraft } from '../pages/send.verbs.ts'
import { release } from './ask.verbs.ts'
import { cosignEvents } from './cosign.events.ts'
import { type Cosigner, isOpen, isWholeName } from './cosign.rules.ts'
import { answerCosigner, cosignerByHash, cosignersOf } from './cosign.sql.ts'
import { codeOf, linkHash } from './keys.ts'
import { mailSent, tellWriter, writerOf } from './mails.ts'
import { signatureByHash } from './signature.sql.ts'

/** Whether the code that belongs to a link was typed: only then its page shows what is to be signed. */
export async function openLink(
  ctx: Ctx,
  input: { link: string; code: string },
): Promise<Result<{ link: string }, 'signLinkOver' | 'signCodeWrong'>> {
  const hash = linkHash(input.link)
  if (!(await cosignerByHash(ctx, hash)) && !(await signatureByHash(ctx, hash))) return refuse('signLinkOver')
  return readCode(input.code) === codeOf(hash) ? ok({ link: input.link }) : refuse('signCodeWrong', { field: 'code' })
}

/** `sent` when this was the last signature, `waits` for others, `outdated` when the answers cannot be sent as they are any more. */
export type Signed = { link: string; outcome: 'sent' | 'waits' | 'outdated' }
export type SignRefusal = 'signLinkOver' | 'signNotOpened' | 'declarationMissing' | 'wholeNameMissing'

type Held = { open: OpenDraft; it: Cosigner }

/** The draft is held before the link is read again: of two clicks at once the second sees what the first did, and none a deleted account. */
async function heldBy(ctx: Ctx, hash: Buffer): Promise<Held | undefined> {
  const known = await cosignerByHash(ctx, hash)
  const draft = known && (await draftBy(ctx, { id: known.draftId }, { hold: true }))
  const it = draft && (await cosignerByHash(ctx, hash))
  const open = it && (await draftWith(ctx, draft))
  return open && { open, it }
}

/** Signs by the link, once its page was `opened` with the code. With the last signature the application is sent, in the same transaction. */
export async function signByLink(
  ctx: Ctx,
  input: { link: string; name: string; declared: boolean; opened: boolean },
): Promise<Result<Signed, SignRefusal>> {
  const { link } = input
  const hash = linkHash(link)
  const held = await heldBy(ctx, hash)
  if (!held) return (await signatureByHash(ctx, hash)) ? ok({ link, outcome: 'sent' }) : refuse('signLinkOver')
  const { open, it } = held
  if (it.state === 'signed') return ok({ link, outcome: 'waits' })
  if (!isOpen(it, ctx.now())) return refuse('signLinkOver')
  if (!input.opened) return refuse('signNotOpened')
  if (!input.declared) return refuse('declarationMissing', { field: 'declared' })
  if (!isWholeName(input.name)) return refuse('wholeNameMissing', { field: 'name' })
  if (!(await isAsItWas(ctx, open))) return ok({ link, outcome: await outdated(ctx, held) })
  await answerCosigner(ctx, it, { state: 'signed', signedName: input.name })
  await note(ctx, held, 'given')
  const all = await cosignersOf(ctx, [open.draft.id])
  const missing = all.filter(({ state }) => state !== 'signed').length
  if (missing > 0) {
    await tellWriter(ctx, told(open), 'signed', { name: it.name, count: missing })
    return ok({ link, outcome: 'waits' })
  }
  const sent = await sendFor(ctx, open)
  if (!sent.ok) return ok({ link, outcome: await outdated(ctx, held) })
  await tellWriter(ctx, told(open), 'sent', { name: it.name, number: sent.value.number })
  for (const one of all)
    await mailSent(ctx, open, one, { number: sent.value.number, ...(one.person === it.person ? { secret: link } : {}) })
  return ok({ link, outcome: 'sent' })
}

/** Says no, with a reason. Who wrote it may ask again or change the answers. */
export async function declineByLink(
  ctx: Ctx,
  { link, reason, opened }: { link: string; reason: string; opened: boolean },
): Promise<Result<{ link: string }, 'signLinkOver' | 'signNotOpened' | 'reasonMissing'>> {
  const held = await heldBy(ctx, linkHash(link))
  if (!held || !isOpen(held.it, ctx.now())) return refuse('signLinkOver')
  if (!opened) return refuse('signNotOpened')
  if (!reason) return refuse('reasonMissing', { field: 'reason' })
  await answerCosigner(ctx, held.it, { state: 'declined', reason })
  await note(ctx, held, 'declined')
  await tellWriter(ctx, told(held.open), 'declined', { name: held.it.name, reason })
  return ok({ link })
}

/** What is calculated hangs on the day, and some days must lie ahead: what was shown is signed, or nothing. */
async function isAsItWas(ctx: Ctx, { draft, form }: OpenDraft): Promise<boolean> {
  const evaluation = evaluate(form, draft.answers, await factsFor(ctx, draft.answers))
  return evaluation.ready && !!draft.waits?.hash.equals(hashOf(evaluation.values))
}

async function outdated(ctx: Ctx, held: Held): Promise<'outdated'> {
  await release(ctx, held.open.draft)
  await note(ctx, held, 'outdated')
  await tellWriter(ctx, told(held.open), 'outdated', held.it)
  return 'outdated'
}

/** As who wrote it would have sent it, known as well as when she asked for the signatures. */
async function sendFor(ctx: Ctx, open: OpenDraft): Promise<Result<SentDraft>> {
  const { draft } = open
  if (!draft.personId || !draft.waits) throw new Error('a draft that waits belongs to somebody')
  const actor = {
    ...anonymous,
    kind: 'person' as const,
    permissions: new Set(['everyone', 'signedIn']),
    trust: draft.waits.trust,
    personId: draft.personId,
    name: await writerOf(ctx, draft),
  }
  return await sendDraft({ ...ctx, actor }, { ...open, ref: { id: draft.id }, code: undefined }, new Headers())
}

const told = ({ draft, online }: OpenDraft) => ({ draft, title: online.name.de })

async function note(ctx: Ctx, { open: { draft }, it }: Held, what: 'given' | 'declined' | 'outdated'): Promise<void> {
  const about = draft.personId ? [{ type: 'person', id: draft.personId }] : []
  await record(ctx, cosignEvents[what], { about, data: { draftId: draft.id, person: it.person }, role: 'coApplicant' })
}
