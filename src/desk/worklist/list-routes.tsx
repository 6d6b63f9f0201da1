import type { JSX } from 'preact'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { text } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { ok } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { removeFilter, saveFilter } from '#services/cases/index.ts'
import { type ListAddress, type ListFields, withList } from './list-address.rules.ts'
import type { ListAttempt } from './list-frame.view.tsx'

const liste = z.string().max(2000).default('')
const Saving = z.object({ name: z.string().trim().min(1).max(80), share: z.literal('on').optional(), liste })
const Removing = z.object({ id: z.uuid(), liste })

type Kind<Q extends ListFields> = {
  /** The kind of cases, as kept views know it. */
  kind: 'report' | 'application'
  may: string
  summary: string
  address: ListAddress<Q>
  schema: z.ZodType<Q>
  page: (ctx: Ctx, query: Q, attempt?: ListAttempt) => Promise<JSX.Element>
  /** The whole list as a table. */
  table: (ctx: Ctx, query: Q) => Promise<string>
  /** Text key for the name of its file. */
  file: string
}

/** A work list, the same as a table, and its kept views. */
export function listRoutesOf<Q extends ListFields>({ kind, may, summary, address, schema, page, table, file }: Kind<Q>) {
  const common = { may, audience: 'staff' } as const
  const back = (left: string) => withList(address.path, left)
  const at = (input: Record<string, unknown>) => address.read(String(input.liste ?? ''))
  return [
    get(address.path, { ...common, summary, query: schema, show: (ctx, { query }) => page(ctx, query) }),

    get(`${address.path}.csv`, {
      ...common,
      summary: `${summary} as a table`,
      query: schema,
      show: async (ctx, { query }) => {
        const name = `${textIn(ctx.locale, file)}-${ctx.now().toISOString().slice(0, 10)}.csv`
        return text(await table(ctx, query), 'text/csv; charset=utf-8', { 'content-disposition': `attachment; filename="${name}"` })
      },
    }),

    post(`${address.path}/ansichten`, {
      ...common,
      form: Saving,
      run: (ctx, input) => saveFilter(ctx, { kind, name: input.name, query: input.liste, share: input.share === 'on' }),
      done: ({ name }, _, input) => ({ to: back(input.liste), flash: { kind: 'success', text: 'desk.views.saved', params: { name } } }),
      again: (ctx, form) => page(ctx, at(form.input), { saving: form }),
    }),

    post(`${address.path}/ansichten/loeschen`, {
      ...common,
      form: Removing,
      run: async (ctx, input) => {
        await removeFilter(ctx, input)
        return ok(input)
      },
      done: (input) => ({ to: back(input.liste), flash: { kind: 'success', text: 'desk.views.removed' } }),
      again: (ctx, form) => page(ctx, at(form.input)),
    }),
  ]
}
