import type { Ctx } from '#platform/context.ts'
import { type Case, caseById, namesOf } from '../../cases/index.ts'
import type { LetterContent } from '../template/content.rules.ts'
import { templateById } from '../template/template.sql.ts'
import { contentOf } from './hold.ts'
import type { Letter } from './letter.rules.ts'
import { letterById, lettersOf } from './letter.sql.ts'

/** A letter as its case shows it to staff. */
export type LetterShown = Letter & {
  template: { key: string; name: string }
  content: LetterContent
  signedByName: string | undefined
  secondSignedByName: string | undefined
}

/** All letters of a case for its staff, the newest first. */
export async function lettersAtDesk(ctx: Ctx, caseId: string): Promise<LetterShown[]> {
  return await shown(ctx, (await lettersOf(ctx, caseId, 'internal')).reverse())
}

/** One letter with its case; whether the actor may see that case, the caller knows. */
export async function letterAtDesk(ctx: Ctx, id: string): Promise<{ it: Case; letter: LetterShown } | undefined> {
  const found = await letterById(ctx, id)
  const it = found && (await caseById(ctx, found.caseId))
  const [letter] = found ? await shown(ctx, [found]) : []
  return it && letter ? { it, letter } : undefined
}

async function shown(ctx: Ctx, letters: readonly Letter[]): Promise<LetterShown[]> {
  const names = await namesOf(
    ctx,
    'core.person',
    letters.flatMap(({ signedBy, secondSignedBy }) => [signedBy, secondSignedBy].filter((id) => id !== undefined)),
  )
  const templates = new Map<string, { key: string; name: string }>()
  const all: LetterShown[] = []
  for (const letter of letters) {
    const template = templates.get(letter.templateId) ?? (await templateById(ctx, letter.templateId))
    if (!template) continue
    templates.set(letter.templateId, template)
    all.push({
      ...letter,
      template: { key: template.key, name: template.name },
      content: await contentOf(ctx, letter),
      signedByName: names.get(letter.signedBy ?? ''),
      secondSignedByName: names.get(letter.secondSignedBy ?? ''),
    })
  }
  return all
}
