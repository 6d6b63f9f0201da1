import type { JSX } from 'preact'
import { z } from 'zod'
import type { FormState } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type FileFields, post } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import { type Blocks, insertedAt } from '../textblocks/index.ts'

export const OneCase = z.object({ number: z.string().max(20) })
/** Every form knows the version it was made from and the list somebody came from. */
export const commonFields = { version: z.coerce.number().int().positive().optional(), liste: z.string().max(2000).default('') }
export const wordsInput = z.string().trim().max(4000).default('')

export const casePage = (path: string, number: string, liste: string) =>
  `${path}/${number}${liste ? `?${new URLSearchParams({ liste })}` : ''}`

/** A form that was sent and refused: it stands on top with all that was typed. `which`: the step that it is about. */
export type CaseAttempt<K extends string> = { kind: K; which: string | undefined; state: FormState }

type Facts = Parameters<typeof insertedAt>

type Kind<K extends string, S> = {
  path: string
  work: string
  sheetOf: (ctx: Ctx, number: string, liste: string) => Promise<S | undefined>
  page: (sheet: S, attempt: CaseAttempt<K>) => JSX.Element
  which: (input: Record<string, unknown>) => string | undefined
  /** Text key of what was done. */
  did: (kind: K, which: string | undefined) => string
  /** Forms that a text block can be put into. */
  blocks: { kinds: readonly [K, ...K[]]; files?: FileFields; fields?: z.ZodRawShape; of: (sheet: S) => Blocks }
  /** The facts of the case for the variables of a text. */
  facts: (sheet: S, locale: 'de' | 'en') => { it: Facts[1]; own: Facts[5] }
}

type Act<F extends z.ZodType> = {
  may: string
  form: F
  files?: FileFields
  run: (ctx: Ctx, input: z.output<F> & { number: string }) => Promise<Result<{ number: string }>>
}

/** The forms on the page of a case, of whatever kind. */
export function caseForms<K extends string, S>({ path, work, sheetOf, page, which, did, blocks, facts }: Kind<K, S>) {
  const again = async (ctx: Ctx, kind: K, number: string, state: FormState) => {
    const sheet = await sheetOf(ctx, number, String(state.input.liste ?? ''))
    return sheet && page(sheet, { kind, which: which(state.input), state })
  }

  /** Back to the page after success; refused it stands on top of the page with what was typed. */
  const act = <F extends z.ZodType<{ liste: string }>>(kind: K, { run, ...more }: Act<F>) =>
    post(`${path}/:number/${kind}`, {
      ...more,
      audience: 'staff',
      params: OneCase,
      run: (ctx, input) => run(ctx, input),
      done: ({ number }, _, input) => ({
        to: casePage(path, number, input.liste),
        flash: { kind: 'success', text: did(kind, which(input)), params: { number } },
      }),
      again: (ctx, form, { number }) => again(ctx, kind, number, form),
    })

  /** Puts a text into the form that it was chosen in: the form stands on top again with all that was typed, nothing is written. */
  const insertBlock = post(`${path}/:number/baustein`, {
    may: work,
    audience: 'staff',
    params: OneCase,
    form: z.object({
      ...commonFields,
      ...blocks.fields,
      fuer: z.string().max(20).default('nachricht'),
      baustein: z.uuid().optional(),
      sprache: z.enum(['de', 'en']).default('de'),
    }),
    ...(blocks.files ? { files: blocks.files } : {}),
    // The answer is the form itself, not a change: `again` shows it.
    run: async (): Promise<Result<never>> => refuse('textBlockMissing', { field: 'baustein' }),
    done: () => path,
    again: async (ctx, form, { number }) => {
      const input: Record<string, unknown> = form.input
      const kind = blocks.kinds.find((one) => one === input.fuer) ?? blocks.kinds[0]
      const sheet = await sheetOf(ctx, number, String(input.liste ?? ''))
      const block = sheet && blocks.of(sheet).all.find(({ id }) => id === input.baustein)
      if (!sheet || !block) return sheet && page(sheet, { kind, which: which(input), state: form })
      const locale = input.sprache === 'en' ? 'en' : 'de'
      const { it, own } = facts(sheet, locale)
      const text = insertedAt(ctx, it, block, locale, typeof input.text === 'string' ? input.text : '', own)
      return page(sheet, { kind, which: which(input), state: { input: { ...input, text, baustein: '' }, errors: {} } })
    },
  })
  return { act, insertBlock }
}
