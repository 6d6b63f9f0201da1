import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type AskedCosigner, cosignersAsked, type FormDefinition } from '../../forms/index.ts'
import type { Draft } from '../draft.rules.ts'
import { factsFor } from '../facts.ts'
import { RECEIPT_DAYS, type Signature } from './cosign.rules.ts'
import { cosignersOf } from './cosign.sql.ts'

export const askedFor = async (ctx: Ctx, form: FormDefinition, answers: unknown): Promise<AskedCosigner[]> =>
  form.cosigners.length === 0 ? [] : cosignersAsked(form, answers, await factsFor(ctx, answers))

/**
 * The signatures under what is about to be sent, with that of who wrote it: none where nobody else has to sign, undefined where one is
 * missing or where something else was signed than what is sent (`hash`).
 */
export async function signaturesFor(
  ctx: Ctx,
  form: FormDefinition,
  it: { draft: Draft | undefined; answers: unknown; hash: Buffer },
): Promise<Signature[] | undefined> {
  const asked = await askedFor(ctx, form, it.answers)
  if (asked.length === 0) return []
  const { draft, hash } = it
  if (!draft?.waits?.hash.equals(hash)) return undefined
  const signed = (await cosignersOf(ctx, [draft.id])).filter(({ state }) => state === 'signed')
  if (!asked.every(({ person }) => signed.some((one) => one.person === person))) return undefined
  const linkUntil = new Date(ctx.now().getTime() + RECEIPT_DAYS * DAY_MS)
  return [
    { person: '', name: ctx.actor.name ?? '–', email: undefined, signedAt: draft.waits.since, secretHash: undefined, linkUntil: undefined },
    ...signed.map(({ person, signedName, email, answeredAt, secretHash }) => ({
      person,
      name: signedName ?? '',
      email,
      signedAt: answeredAt ?? ctx.now(),
      secretHash,
      linkUntil,
    })),
  ]
}
