import { z } from 'zod'
import { eventLog } from '#core/memory/index.ts'
import { personNames } from '#core/organisations/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import {
  closeTextBlock,
  MANAGE_TEXT_BLOCKS,
  mayWriteFor,
  saveTextBlock,
  TextBlockInput,
  textBlockBy,
  textBlockEvents,
  textBlocks,
  WRITE_TEXT_BLOCKS,
  workingUnits,
} from '#services/cases/index.ts'
import { categories } from '#services/reports/index.ts'
import { staffUnits } from '../home/index.ts'
import { TextBlockPage } from './text-block.view.tsx'
import { PATH, TextBlocksPage } from './text-blocks.view.tsx'

const common = { may: WRITE_TEXT_BLOCKS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const saved = { to: PATH, flash: { kind: 'success' as const, text: 'textBlocks.saved' } }

export const textBlockRoutes = [
  get(PATH, { ...common, summary: 'Texts that staff writes again and again', show: listPage }),
  get(`${PATH}/neu`, { ...common, show: (ctx) => onePage(ctx, undefined, blank) }),
  post(PATH, {
    ...common,
    form: TextBlockInput,
    run: saveTextBlock,
    done: () => saved,
    again: (ctx, form) => onePage(ctx, undefined, form),
  }),
  get(`${PATH}/:id{[0-9a-f-]{36}}`, { ...common, params: At, show: (ctx, { params }) => onePage(ctx, params.id, undefined) }),
  post(`${PATH}/:id{[0-9a-f-]{36}}`, {
    ...common,
    params: At,
    form: TextBlockInput,
    run: saveTextBlock,
    done: () => saved,
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
  post(`${PATH}/:id{[0-9a-f-]{36}}/auswahl`, {
    ...common,
    params: At,
    form: z.object({ offen: z.literal('ja').optional() }),
    run: (ctx, { id, offen }) => closeTextBlock(ctx, { id, open: offen === 'ja' }),
    done: () => saved,
    again: (ctx, form, { id }) => onePage(ctx, id, form),
  }),
]

async function listPage(ctx: Ctx) {
  const blocks = await textBlocks(ctx)
  const names = await personNames(
    ctx,
    blocks.flatMap(({ changedBy }) => changedBy ?? []),
  )
  const own = may(ctx, MANAGE_TEXT_BLOCKS) ? undefined : await workingUnits(ctx)
  const shown = blocks.filter(({ unitId }) => own === undefined || unitId === undefined || own.includes(unitId))
  return <TextBlocksPage blocks={shown} names={names} units={await staffUnits(ctx)} categories={await categories(ctx, { closed: true })} />
}

async function onePage(ctx: Ctx, id: string | undefined, form: Again | undefined) {
  const block = id ? await textBlockBy(ctx, id) : undefined
  if (id && !block) return undefined
  const all = may(ctx, MANAGE_TEXT_BLOCKS)
  const own = all ? [] : await workingUnits(ctx)
  const kinds = Object.values(textBlockEvents).map(({ kind }) => kind)
  const history = block ? await eventLog(ctx, kinds, { about: { type: 'textBlock', id: block.id } }, 30) : []
  const names = await personNames(
    ctx,
    history.flatMap(({ actorPersonId }) => actorPersonId ?? []),
  )
  return (
    <TextBlockPage
      block={block}
      form={form ?? { input: block ? { ...block, de: block.text.de, en: block.text.en } : {}, errors: {} }}
      units={(await staffUnits(ctx)).filter(({ id: unitId }) => all || own.includes(unitId))}
      wholeTown={all}
      mayChange={block ? await mayWriteFor(ctx, block.unitId) : true}
      categories={await categories(ctx)}
      {...{ history, names }}
    />
  )
}
