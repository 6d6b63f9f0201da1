import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { allBlocks, BlockInput, blockSender, blocksOf, liftBlock } from '#services/reports/index.ts'
import { BlockPage, BlocksPage } from './block.view.tsx'

const may = { may: 'report.moderate', audience: 'staff' as const }
const At = z.object({ number: z.string().max(20) })
const Query = z.object({ nach: z.string().max(80).optional().catch(undefined) })

/** `{time in milliseconds}.{id}` of the last one of a page. */
function cursorIn(nach: string | undefined): { until: Date; id: string } | undefined {
  const [, time, id] = /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(nach ?? '') ?? []
  return time && id && z.uuid().safeParse(id).success ? { until: new Date(Number(time)), id } : undefined
}

async function listPage(ctx: Ctx, nach: string | undefined, form?: Again) {
  return <BlocksPage {...(await allBlocks(ctx, cursorIn(nach)))} form={form} />
}

async function onePage(ctx: Ctx, number: string, form?: Again) {
  const found = await blocksOf(ctx, number)
  return found && <BlockPage number={number} {...found} form={form} />
}

export const blockRoutes = [
  get('/amt/sperren', {
    ...may,
    summary: 'Senders from whom nothing is taken',
    query: Query,
    show: (ctx, { query }) => listPage(ctx, query.nach),
  }),
  post('/amt/sperren/:id/aufheben', {
    ...may,
    params: z.object({ id: z.uuid() }),
    form: z.object({}),
    run: (ctx, { id }) => liftBlock(ctx, { id }),
    done: () => ({ to: '/amt/sperren', flash: { kind: 'success', text: 'blocks.lifted' } }),
    again: (ctx, form) => listPage(ctx, undefined, form),
  }),
  get('/amt/meldungen/:number/sperre', {
    ...may,
    summary: 'Block who sent or joined this report',
    params: At,
    show: (ctx, { params }) => onePage(ctx, params.number),
  }),
  post('/amt/meldungen/:number/sperre', {
    ...may,
    params: At,
    form: BlockInput,
    run: blockSender,
    done: ({ number }) => ({ to: `/amt/meldungen/${number}/sperre`, flash: { kind: 'success', text: 'blocks.done' } }),
    again: (ctx, form, { number }) => onePage(ctx, number, form),
  }),
]
