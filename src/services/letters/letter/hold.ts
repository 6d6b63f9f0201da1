import type { Ctx } from '#platform/context.ts'
import { step } from '#platform/process.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { type Case, caseById, seesCase } from '../../cases/index.ts'
import { checkWork, tell } from '../../cases/step.verbs.ts'
import type { LetterContent } from '../template/content.rules.ts'
import { templateVersion } from '../template/template.sql.ts'
import type { letterEvents } from './letter.events.ts'
import { type Letter, letterProcess } from './letter.rules.ts'
import { letterById } from './letter.sql.ts'

export type OfLetter = { id: string; version?: number | undefined }
export type HoldRefused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'wrongState' | 'letterChanged'
export type Held = { it: Case; letter: Letter; content: LetterContent }

/** Permissions of a case's kind, by its name: `application.work` for the own units, `application.route` for all. */
export const rightsFor = ({ kind }: Pick<Case, 'kind'>) => ({ own: `${kind}.work`, all: `${kind}.route` })

/** The letter with its case, held for this transaction, if the actor may take this step now. */
export async function holdLetter(
  ctx: Ctx,
  { id, version }: OfLetter,
  verb: keyof typeof letterProcess.steps,
): Promise<Result<Held, HoldRefused>> {
  const known = await letterById(ctx, id)
  const it = known && (await lockCase(ctx, { id: known.caseId }))
  // Read again under the lock: of two at once the second sees what the first did.
  const letter = it && (await letterById(ctx, id))
  if (!letter) return refuse('unknown')
  const right = await checkWork(ctx, it, rightsFor(it))
  if (!right.ok) return (await seesCase(ctx, it)) ? right : refuse('unknown')
  if (version !== undefined && version !== letter.version) return refuse('letterChanged')
  if (!step(letterProcess, verb, letter).ok) return refuse('wrongState')
  return ok({ it, letter, content: await contentOf(ctx, letter) })
}

export async function contentOf(
  ctx: Ctx,
  { templateId, templateVersion: version }: Pick<Letter, 'templateId' | 'templateVersion'>,
): Promise<LetterContent> {
  const found = await templateVersion(ctx, templateId, version)
  if (!found) throw new Error('the version a letter was written with is kept')
  return found.content
}

/** A letter that staff of its case may look at. */
export async function letterForStaff(ctx: Ctx, id: string): Promise<Held | undefined> {
  const letter = await letterById(ctx, id)
  const it = letter && (await caseById(ctx, letter.caseId))
  return letter && it && (await seesCase(ctx, it)) ? { it, letter, content: await contentOf(ctx, letter) } : undefined
}

/** One event about the letter, with its case. */
export const tellLetter = (ctx: Ctx, it: Case, letter: Letter, event: (typeof letterEvents)[keyof typeof letterEvents], partyId?: string) =>
  tell(ctx, it, {
    event,
    data: {
      letterId: letter.id,
      channel: letter.channel,
      ...(it.unitId ? { unitId: it.unitId } : {}),
      ...(letter.remedyUntil ? { day: letter.remedyUntil } : {}),
      ...(partyId ? { partyId } : {}),
    },
    about: [{ type: 'letter', id: letter.id }],
    ...(partyId ? { role: 'party' } : {}),
  })
