import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import { type Held, type HoldRefused, holdLetter, type OfLetter, tellLetter } from './hold.ts'
import { letterEvents } from './letter.events.ts'
import type { Letter } from './letter.rules.ts'
import { changeLetterRow } from './letter.sql.ts'
import { contentHash, keepDocument, sheetOf, today } from './make.ts'

export type SignRefused = HoldRefused | 'samePerson' | 'signerUnknown' | Uncomposed

/**
 * Signs a draft. With the last signature that its template asks for the document is made, of today, and kept with its hash. A second
 * signature is another person's (Vier-Augen-Prinzip). A template without signatures is for programs: then nobody is named.
 */
export async function signLetter(ctx: Ctx, input: OfLetter): Promise<Result<Letter, SignRefused>> {
  const held = await holdLetter(ctx, input, 'sign')
  if (!held.ok) return held
  const { letter, content } = held.value
  if (content.signatures === 0) return await complete(ctx, held.value, letter)
  const by = ctx.actor.personId
  if (!by) return refuse('signerUnknown')
  const hash = contentHash(letter)
  // What the first signed is what the second signs: a change takes the first signature away.
  const second = letter.signedBy !== undefined && letter.contentHash?.equals(hash) === true
  if (second && letter.signedBy === by) return refuse('samePerson')
  const signed = await changeLetterRow(
    ctx,
    letter,
    second ? { second_signed_by: by, second_signed_at: ctx.now() } : { signed_by: by, signed_at: ctx.now(), content_hash: hash },
  )
  if (content.signatures === 1 || second) return await complete(ctx, held.value, signed)
  await tellLetter(ctx, held.value.it, signed, letterEvents.signed)
  return ok(signed)
}

async function complete(ctx: Ctx, { it, content }: Held, letter: Letter): Promise<Result<Letter, Uncomposed>> {
  const sheet = await sheetOf(ctx, content, letter, today(ctx), false)
  if (!sheet.ok) return sheet
  const kept = await keepDocument(ctx, it, letter, sheet.value)
  const signed = await changeLetterRow(ctx, letter, { state: 'signed', content_hash: contentHash(letter), ...kept })
  await tellLetter(ctx, it, signed, letterEvents.signed)
  return ok(signed)
}

/** Makes the document anew with today's date: for a letter that did not leave the house on the day it bears. */
export async function redateLetter(ctx: Ctx, input: OfLetter): Promise<Result<Letter, HoldRefused | Uncomposed>> {
  const held = await holdLetter(ctx, input, 'redate')
  if (!held.ok) return held
  const { it, letter } = held.value
  if (letter.letterDate === today(ctx)) return ok(letter)
  const redated = await dated(ctx, held.value)
  if (redated.ok) await tellLetter(ctx, it, redated.value, letterEvents.redated)
  return redated
}

/** The signed letter with a document of today. */
export async function dated(ctx: Ctx, { it, letter, content }: Held): Promise<Result<Letter, Uncomposed>> {
  if (letter.letterDate === today(ctx)) return ok(letter)
  const sheet = await sheetOf(ctx, content, letter, today(ctx), false)
  return sheet.ok ? ok(await changeLetterRow(ctx, letter, await keepDocument(ctx, it, letter, sheet.value))) : sheet
}
