import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { unitBy, workingUnits } from '../unit.sql.ts'
import { type TextBlock, type TextBlockInput, unknownVariables } from './text-block.rules.ts'
import { MOST_TEXT_BLOCKS, putTextBlock, textBlockBy, textBlocks } from './text-block.sql.ts'

const event = (kind: string) => defineEvent({ kind, audience: 'internal', data: z.object({ name: z.string().max(80) }) })

export const textBlockEvents = {
  saved: event('textBlock.saved'),
  closed: event('textBlock.closed'),
  opened: event('textBlock.opened'),
} as const

/** Texts of the town. */
export const MANAGE_TEXT_BLOCKS = 'textBlock.manage'
/** Texts of the own unit. */
export const WRITE_TEXT_BLOCKS = 'textBlock.write'

/** Whether the actor may change the texts of this unit, or those of the town. */
export async function mayWriteFor(ctx: Ctx, unitId: string | undefined): Promise<boolean> {
  if (may(ctx, MANAGE_TEXT_BLOCKS)) return true
  return unitId !== undefined && may(ctx, WRITE_TEXT_BLOCKS) && (await workingUnits(ctx)).includes(unitId)
}

type Refused = 'notAllowed' | 'unknown'

/** Creates (without id) or changes one. Without an English text the German one is offered in both languages. */
export async function saveTextBlock(
  ctx: Ctx,
  { id, de, en, ...input }: TextBlockInput & { id?: string | undefined },
): Promise<Result<TextBlock, Refused | 'unitUnknown' | 'variableUnknown' | 'tooManyTextBlocks'>> {
  const known = id ? await textBlockBy(ctx, id) : undefined
  if (id && !known) return refuse('unknown')
  if (!(await mayWriteFor(ctx, input.unitId)) || (known && !(await mayWriteFor(ctx, known.unitId)))) return refuse('notAllowed')
  if (input.unitId && !(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  for (const [field, text] of [
    ['de', de],
    ['en', en],
  ] as const) {
    const [name] = unknownVariables(text)
    if (name !== undefined) return refuse('variableUnknown', { field, facts: { name: `{${name}}` } })
  }
  if (!known && (await textBlocks(ctx)).length >= MOST_TEXT_BLOCKS) return refuse('tooManyTextBlocks')
  const { name, unitId, categoryId, step } = input
  return await keep(
    ctx,
    { id: known?.id ?? newId(ctx.now().getTime()), name, unitId, categoryId, step, text: { de, en }, closedAt: known?.closedAt },
    textBlockEvents.saved,
  )
}

/** Takes it out of the choice, or back with `open`. */
export async function closeTextBlock(ctx: Ctx, { id, open }: { id: string; open: boolean }): Promise<Result<TextBlock, Refused>> {
  const known = await textBlockBy(ctx, id)
  if (!known) return refuse('unknown')
  if (!(await mayWriteFor(ctx, known.unitId))) return refuse('notAllowed')
  return await keep(ctx, { ...known, closedAt: open ? undefined : ctx.now() }, open ? textBlockEvents.opened : textBlockEvents.closed)
}

async function keep(ctx: Ctx, block: Omit<TextBlock, 'changedAt' | 'changedBy'>, event: ReturnType<typeof defineEvent>) {
  const changed: TextBlock = { ...block, changedAt: ctx.now(), changedBy: ctx.actor.personId }
  await putTextBlock(ctx, changed)
  await record(ctx, event, { about: [{ type: 'textBlock', id: block.id }], data: { name: block.name } })
  return ok(changed)
}
