import { z } from 'zod'
import { attach, removeFilesOf } from '#core/files/index.ts'
import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { safeSvg } from '#platform/sanitise.ts'
import { TownChanged } from './town.rules.ts'
import { setArms } from './town.sql.ts'
import { MANAGE_TOWN } from './town.verbs.ts'

/** A drawing as SVG text, or the id of an uploaded picture. Without either the shield in the town's colour comes back. */
export const ArmsInput = z.object({
  drawing: z.string().max(200_000).default(''),
  picture: z.array(z.uuid()).max(1).default([]),
})

/**
 * Gives the town its coat of arms. Of a drawing only shapes and colours are kept. Refuses: `notAllowed`, `armsUnreadable`,
 * `fileGone`, `tooManyFiles`.
 */
export async function changeArms(
  ctx: Ctx,
  { drawing, picture: [picture] }: z.output<typeof ArmsInput>,
): Promise<Result<null, 'notAllowed' | 'armsUnreadable' | 'fileGone' | 'tooManyFiles'>> {
  if (!may(ctx, MANAGE_TOWN)) return refuse('notAllowed')
  const svg = drawing.trim() ? safeSvg(drawing) : undefined
  if (drawing.trim() && !svg) return refuse('armsUnreadable', { field: 'drawing' })
  const subject = { type: 'town', id: ctx.town.id }
  await removeFilesOf(ctx, subject)
  if (picture) {
    const attached = await attach(ctx, [picture], { ...subject, audience: 'public' })
    if (!attached.ok) return attached
  }
  await setArms(ctx, picture ? `file:${picture}` : (svg ?? null))
  await record(ctx, TownChanged, { about: [subject], data: { fields: ['coatOfArms'] } })
  return ok(null)
}
