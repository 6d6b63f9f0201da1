import { z } from 'zod'
import { resolvePlace } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { ok } from '#platform/result.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { type Draft, stepPath } from './draft.rules.ts'
import { changeDraft, startDraft } from './draft.verbs.ts'
import { keptPhotos } from './kept-photos.ts'
import { againWithDraft, withDraft } from './open-writing.tsx'
import { WhatPage } from './report-form.what.view.tsx'

export const DraftAt = z.object({ draft: z.string().min(40).max(50) })

/** `objekt` is the number on a lamp or tree, `art` a category, `kanal` how it reached the town (staff only). */
const Begin = z.object({
  objekt: z.string().max(40).optional().catch(undefined),
  art: z.string().max(60).optional().catch(undefined),
  kanal: z.enum(['phone', 'desk']).optional().catch(undefined),
})

const fields = {
  text: z.string().trim().max(4000).default(''),
  photos: z.array(z.uuid()).max(5).default([]),
  category: z.string().max(60).optional(),
}
const saysSomething = ({ text, photos }: { text: string; photos: string[] }) => text !== '' || photos.length > 0
const missing = { path: ['text'], message: 'reportForm.what.missing' }
const What = z.object(fields).refine(saysSomething, missing)
const First = z.object({ ...fields, ...Begin.shape }).refine(saysSomething, missing)

const files = { photos: { max: 5, kinds: ['image'] as const } }
const limit = [{ points: 60, seconds: 600, per: 'network' as const }]

async function beginDraft(ctx: Ctx, { text, photos, category, objekt, art, kanal }: z.output<typeof First>) {
  const first: Partial<Draft> = { text, photos }
  const known = (category ?? art) ? await categoryBy(ctx, (category ?? art)!) : undefined
  if (known && !known.closedAt) first.category = known.code
  if (kanal && may(ctx, 'report.work')) first.channel = kanal
  if (objekt) {
    const place = await resolvePlace(ctx, { placeText: objekt })
    if (place.ok) first.place = place.value
  }
  return ok(await startDraft(ctx, first))
}

export const whatRoutes = [
  get('/meldungen/neu', {
    may: 'everyone',
    audience: 'public',
    summary: 'Report damage: the first page of the form',
    query: Begin,
    show: async (ctx, { query }) => {
      const place = query.objekt ? await resolvePlace(ctx, { placeText: query.objekt }) : undefined
      return <WhatPage action="/meldungen/neu" form={blank} begin={query} at={place?.ok ? place.value.label : undefined} />
    },
  }),

  post('/meldungen/neu', {
    may: 'everyone',
    audience: 'public',
    form: First,
    files,
    limit,
    run: beginDraft,
    done: ({ next }) => next,
    again: async (ctx, form) => (
      <WhatPage action="/meldungen/neu" form={form} kept={await keptPhotos(ctx, form.input.photos)} begin={form.input} />
    ),
  }),

  get('/meldungen/neu/:draft', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    show: (ctx, { params }) =>
      withDraft(ctx, params.draft, async ({ draft }) => (
        <WhatPage action={stepPath(params.draft, 'what')} form={{ input: draft, errors: {} }} kept={await keptPhotos(ctx, draft.photos)} />
      )),
  }),

  post('/meldungen/neu/:draft', {
    may: 'everyone',
    audience: 'internal',
    params: DraftAt,
    form: What,
    files,
    limit,
    run: (ctx, { draft, category, ...said }) => changeDraft(ctx, draft, category ? { ...said, category } : said),
    done: ({ next }) => next,
    again: (ctx, form, { draft }) =>
      againWithDraft(ctx, draft, async () => (
        <WhatPage action={stepPath(draft, 'what')} form={form} kept={await keptPhotos(ctx, form.input.photos)} />
      )),
  }),
]
