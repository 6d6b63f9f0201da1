import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { MANAGE_LETTERS } from '../letters.permission.ts'
import type { LetterHead } from './letter-head.rules.ts'
import { letterHead, putLetterHead } from './letter-head.sql.ts'

export const LetterHeadChanged = defineEvent({
  kind: 'letterHead.changed',
  audience: 'internal',
  data: z.object({ fields: z.array(z.string()) }),
})

/** Changes what stands on every letter from now on; letters that are signed keep what they have. */
export async function changeLetterHead(ctx: Ctx, head: LetterHead): Promise<Result<LetterHead, 'notAllowed'>> {
  if (!may(ctx, MANAGE_LETTERS)) return refuse('notAllowed')
  const before = await letterHead(ctx)
  const fields = (Object.keys(head) as (keyof LetterHead)[]).filter((name) => head[name] !== before[name])
  await putLetterHead(ctx, head)
  await record(ctx, LetterHeadChanged, { about: [{ type: 'town', id: ctx.town.id }], data: { fields } })
  return ok(head)
}
