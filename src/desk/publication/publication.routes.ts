import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, type Done, type Page, post, type Route } from '#platform/http/route.ts'
import type { Result } from '#platform/result.ts'
import { noonOf, publicationOf } from '#services/builder/index.ts'

const WRITE = 'definition.write'
export const PUBLISH = 'definition.publish'

/** Without the revision that its page was made from, nothing is decided about a draft (`draftChanged`). */
const Draft = z.object({ revision: z.coerce.number().int().default(-1) })
const Scheduled = z.object({ scheduled: z.uuid() })
const Day = z.iso.date()

type Pages = {
  kind: 'form' | 'workflow'
  /** The path that all steps lie below, and its parameters. */
  path: string
  params: z.ZodObject
  keyOf: (ctx: Ctx, at: never) => Promise<Result<string>>
  /** The page that the steps stand on. */
  to: (at: never) => string
  page: (ctx: Ctx, at: never, form: Again) => Promise<Page | undefined>
}

/** The steps of a draft on its way into force: handed in, sent back, published or given a day, moved, called back. */
export function publicationRoutes({ kind, path, params, keyOf, to, page }: Pages): Route[] {
  const verbs = publicationOf(kind)
  const step = <F extends z.ZodObject, T>(
    name: string,
    may: string,
    form: F,
    run: (ctx: Ctx, key: string, input: z.output<F>) => Promise<Result<T>>,
    said: (value: T, ctx: Ctx, input: z.output<F>) => Said,
  ) =>
    post(`${path}/${name}`, {
      may,
      audience: 'staff',
      params,
      form,
      run: async (ctx, input) => {
        const key = await keyOf(ctx, input as never)
        return key.ok ? await run(ctx, key.value, input as z.output<F>) : key
      },
      done: (value, ctx, input): Done => ({
        to: to(input as never),
        flash: { kind: 'success', ...said(value as T, ctx, input as z.output<F>) },
      }),
      again: (ctx, sent, at) => page(ctx, at as never, sent as Again),
    })
  const onDay = (text: string, day: string): Said => ({ text, params: { day: noonOf(day) } })
  return [
    step(
      'abgabe',
      WRITE,
      Draft,
      (ctx, key, { revision }) => verbs.handIn(ctx, { key, revision }),
      () => ({ text: 'publication.handedIn' }),
    ),
    step(
      'rueckgabe',
      PUBLISH,
      Draft.extend({ reason: z.string().trim().min(1).max(1000) }),
      (ctx, key, { revision, reason }) => verbs.sendBack(ctx, { key, revision, reason }),
      () => ({ text: 'publication.sentBack' }),
    ),
    step(
      'veroeffentlichung',
      PUBLISH,
      Draft.extend({ day: Day.optional() }),
      (ctx, key, { revision, day }) => verbs.publish(ctx, { key, revision, day }),
      (value) => ('day' in value ? onDay('publication.scheduled', value.day) : { text: `publication.published.${kind}` }),
    ),
    step(
      'termin',
      PUBLISH,
      Scheduled.extend({ day: Day }),
      (ctx, key, { scheduled, day }) => verbs.move(ctx, { key, id: scheduled, day }),
      (_, __, { day }) => onDay('publication.scheduled', day),
    ),
    step(
      'termin/jetzt',
      PUBLISH,
      Scheduled,
      (ctx, key, { scheduled }) => verbs.publishNow(ctx, { key, id: scheduled }),
      () => ({ text: `publication.published.${kind}` }),
    ),
    step(
      'termin/rueckholung',
      PUBLISH,
      Scheduled,
      (ctx, key, { scheduled }) => verbs.callBack(ctx, { key, id: scheduled }),
      () => ({ text: 'publication.calledBack' }),
    ),
    post(`${path}/termin/:scheduled{[0-9a-f-]{36}}/entwurf`, {
      may: WRITE,
      audience: 'staff',
      params: params.extend({ scheduled: z.uuid() }),
      form: Draft,
      run: async (ctx, input) => {
        const key = await keyOf(ctx, input as never)
        const { revision, scheduled } = input as unknown as { revision: number; scheduled: string }
        return key.ok ? await verbs.restore(ctx, { key: key.value, revision, id: scheduled }) : key
      },
      done: (_, __, input): Done => ({ to: to(input as never), flash: { kind: 'success', text: 'publication.restored' } }),
      again: (ctx, sent, at) => page(ctx, at as never, sent as Again),
    }),
  ]
}
type Said = { text: string; params?: Record<string, string | number> }
