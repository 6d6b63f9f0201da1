import { mayMail } from '#core/accounts/index.ts'
import { record } from '#core/memory/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newSecret } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { hashOf } from '../../definitions/definition.verbs.ts'
import { cosignersAsked, evaluate } from '../../forms/index.ts'
import { type Draft, IDLE_DAYS } from '../draft.rules.ts'
import { freeDraft, holdDraft, keepDraft } from '../draft.sql.ts'
import { type DraftRef, openDraft } from '../draft.verbs.ts'
import { factsFor } from '../facts.ts'
import { emailOfPerson } from '../pages/prefill.sql.ts'
import { isTrusted } from '../submit.verbs.ts'
import { cosignEvents } from './cosign.events.ts'
import { type Cosigner, LINK_DAYS, MOST_LINKS, stateAt } from './cosign.rules.ts'
import { askAnew, cosignersOf, deleteCosigners, insertCosigner } from './cosign.sql.ts'
import { linkHash } from './keys.ts'
import { mailLink } from './mails.ts'

export type AskRefusal =
  | 'draftGone'
  | 'draftChanged'
  | 'formNotReady'
  | 'trustTooLow'
  | 'draftOfAnother'
  | 'signsForItself'
  | 'tooManyMails'

const later = (ctx: Ctx, days: number) => new Date(ctx.now().getTime() + days * DAY_MS)

/** The secrets of the links are known here alone; they stand in the mails. */
export type Asked = { draft: Draft; links: { person: string; secret: string }[] }

/**
 * The answers stand still from now on, and each second person gets a link to sign them. Nothing is sent to the office before the last
 * signature is there. Asked again it changes nothing.
 */
export async function askToSign(ctx: Ctx, ref: DraftRef): Promise<Result<Asked, AskRefusal>> {
  const open = await openDraft(ctx, ref, { hold: true })
  if (!open) return refuse('draftGone')
  const { draft, form } = open
  if (draft.waits) return ok({ draft, links: [] })
  const facts = await factsFor(ctx, draft.answers)
  const evaluation = evaluate(form, draft.answers, facts)
  if (!evaluation.ready) return refuse('formNotReady', { facts: { count: evaluation.errors.length } })
  const { personId } = ctx.actor
  if (!isTrusted(ctx, form) || !personId) return refuse('trustTooLow', { facts: { level: form.trustLevel } })
  if (draft.personId && draft.personId !== personId) return refuse('draftOfAnother')
  const asked = cosignersAsked(form, draft.answers, facts)
  // Another window took the second person out meanwhile: what stands still for nobody would never be sent.
  if (asked.length === 0) return refuse('draftChanged')
  const taken = new Set([await emailOfPerson(ctx, personId)])
  for (const { name, email } of asked) {
    if (taken.has(email)) return refuse('signsForItself', { facts: { name, email } })
    taken.add(email)
    if (!(await mayMail(ctx, email))) return refuse('tooManyMails')
  }
  const links: Asked['links'] = []
  await holdDraft(ctx, draft.id, { personId, hash: hashOf(evaluation.values), expiresAt: later(ctx, IDLE_DAYS) })
  for (const { person, name, email } of asked) {
    const secret = newSecret()
    const it: Cosigner = {
      draftId: draft.id,
      person,
      name,
      email,
      locale: ctx.locale,
      state: 'asked',
      secretHash: linkHash(secret),
      links: 1,
      askedAt: ctx.now(),
      expiresAt: later(ctx, LINK_DAYS),
      answeredAt: undefined,
      signedName: undefined,
      reason: undefined,
    }
    links.push({ person, secret })
    await insertCosigner(ctx, it)
    await mailLink(ctx, open, it, secret)
    await record(ctx, cosignEvents.asked, { about: [{ type: 'person', id: personId }], data: { draftId: draft.id, person } })
  }
  return ok({ draft, links })
}

export type AgainRefusal = 'draftGone' | 'notWaiting' | 'alreadySigned' | 'tooManyLinks' | 'signsForItself' | 'tooManyMails'

/** Another link, to the same address or to another one; the one before opens nothing any more. */
export async function askAgain(ctx: Ctx, ref: DraftRef, input: { person: string; email: string }): Promise<Result<Cosigner, AgainRefusal>> {
  const open = await openDraft(ctx, ref, { hold: true })
  if (!open) return refuse('draftGone')
  const { draft } = open
  const all = await cosignersOf(ctx, [draft.id])
  const it = all.find(({ person }) => person === input.person)
  if (!draft.waits || !draft.personId || !it) return refuse('notWaiting')
  if (it.state === 'signed') return refuse('alreadySigned')
  if (it.links >= MOST_LINKS) return refuse('tooManyLinks', { facts: { count: MOST_LINKS } })
  const email = input.email.toLowerCase()
  const others = all.filter((one) => one !== it).map((one) => one.email)
  if ([await emailOfPerson(ctx, draft.personId), ...others].includes(email))
    return refuse('signsForItself', { field: 'email', facts: { name: it.name, email } })
  if (!(await mayMail(ctx, email))) return refuse('tooManyMails', { field: 'email' })
  const secret = newSecret()
  const now = { ...it, email, locale: ctx.locale, secretHash: linkHash(secret), expiresAt: later(ctx, LINK_DAYS) }
  await askAnew(ctx, now)
  // The draft stays longer than the link that opens it.
  await keepDraft(ctx, draft.id, later(ctx, IDLE_DAYS))
  await mailLink(ctx, open, now, secret)
  await record(ctx, cosignEvents.asked, { about: [{ type: 'person', id: draft.personId }], data: { draftId: draft.id, person: it.person } })
  return ok({ ...now, state: stateAt({ ...now, state: 'asked' }, ctx.now()) })
}

/** The draft can be changed again; what was signed counts no longer, and no link opens anything. */
export async function takeBack(ctx: Ctx, ref: DraftRef): Promise<Result<Draft, 'draftGone'>> {
  const open = await openDraft(ctx, ref, { hold: true })
  if (!open) return refuse('draftGone')
  const { draft } = open
  if (draft.waits) {
    await release(ctx, draft)
    const about = draft.personId ? [{ type: 'person', id: draft.personId }] : []
    await record(ctx, cosignEvents.takenBack, { about, data: { draftId: draft.id, person: '' } })
  }
  return ok(draft)
}

export async function release(ctx: Ctx, { id }: Pick<Draft, 'id'>): Promise<void> {
  await deleteCosigners(ctx, id)
  await freeDraft(ctx, id)
}
