import { noteRead } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { pdf } from '#platform/pdf/pdf.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { workingUnits } from '../../cases/index.ts'
import type { Uncomposed } from '../layout/compose.rules.ts'
import { dayTemplate } from '../layout/day.typ.ts'
import type { Sheet } from '../layout/sheet.rules.ts'
import { contentOf } from '../letter/hold.ts'
import { letterById } from '../letter/letter.sql.ts'
import { sheetOf, today } from '../letter/make.ts'
import { headChangedAt, lettersToPost, type ToPost } from './post.sql.ts'

/** What waits to be printed and posted in the actor's units, today's letters first; each says how many wait in all. */
export const lettersForPost = async (ctx: Ctx): Promise<ToPost[]> =>
  may(ctx, 'application.work') ? await lettersToPost(ctx, await workingUnits(ctx), today(ctx)) : []

/**
 * One document of all letters of today that wait for the post. It is made of what was signed; where the letterhead was changed since this
 * morning it would say something else than the letters do, and is refused. The document is made by what is given back, outside of the
 * transaction.
 */
export async function dayPost(
  ctx: Ctx,
): Promise<Result<() => Promise<Uint8Array<ArrayBuffer>>, 'nothingToPost' | 'letterHeadChangedToday' | Uncomposed>> {
  const date = today(ctx)
  const waiting = (await lettersForPost(ctx)).filter(({ letterDate }) => letterDate === date)
  if (waiting.length === 0) return refuse('nothingToPost')
  const changed = await headChangedAt(ctx)
  if (changed && dayIn(changed, ctx.town.timeZone) === date) return refuse('letterHeadChangedToday')
  const letters: Sheet[] = []
  for (const { id } of waiting) {
    const letter = await letterById(ctx, id)
    if (!letter) continue
    const sheet = await sheetOf(ctx, await contentOf(ctx, letter), letter, date, false)
    if (!sheet.ok) return sheet
    letters.push(sheet.value)
    noteRead(ctx, { subject: { type: 'case', id: letter.caseId }, purpose: 'letter' })
  }
  return ok(() => pdf(dayTemplate, { letters }, { lang: 'de', title: date, date }))
}
