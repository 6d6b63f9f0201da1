import { z } from 'zod'
import { keptUploads } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { caseById, photoFor } from '../../cases/index.ts'
import { photosOf } from '../../cases/photo.ts'
import { firmStep } from './firm.verbs.ts'
import { FirmPage } from './firm.view.tsx'
import { taskIdOf } from './task.link.ts'
import { type TaskVerb, verbsOfTask } from './task.rules.ts'
import { taskById } from './task.sql.ts'

const Link = z.object({ link: z.string().max(200) })
const Words = z.object({ text: z.string().trim().max(4000).default(''), photos: z.array(z.uuid()).max(5).default([]) })
const Ids = z.array(z.uuid()).max(5).catch([])
const files = { photos: { max: 5, kinds: ['image'] as const } }
const common = { may: 'everyone', audience: 'internal' as const, params: Link }

/** Place, public words and public photos: nothing that says who reported. */
async function page(ctx: Ctx, link: string, form: Again, tried?: TaskVerb) {
  const id = taskIdOf(ctx.town.id, link)
  const task = id && (await taskById(ctx, id))
  const it = task && (await caseById(ctx, task.caseId))
  if (!task || !it) return undefined
  const verbs = verbsOfTask(task, ctx.now())
  const open = verbs.length > 0
  const photos = open && it.published ? await photosOf(ctx, it.id, ['public']) : []
  const alt = textIn(ctx.locale, 'contractor.photo', { place: it.placeLabel })
  return (
    <FirmPage
      link={link}
      task={task}
      about={open ? it : undefined}
      photos={photos.map((photo) => photoFor(ctx, photo, alt, it.published))}
      verbs={verbs}
      form={form}
      tried={tried}
      kept={await keptUploads(ctx, Ids.parse(form.input.photos ?? []))}
    />
  )
}

const act = (path: string, verb: TaskVerb) =>
  post(`/auftrag/:link/${path}`, {
    ...common,
    form: Words,
    files,
    limit: [{ points: 30, seconds: 600, per: 'network' }],
    run: (ctx, input) => firmStep(ctx, verb, input),
    done: ({ link }) => ({ to: `/auftrag/${link}`, flash: { kind: 'success', text: `contractor.done.${verb}` } }),
    again: (ctx, form, { link }) => page(ctx, link, form, verb),
  })

export const firmRoutes = [
  get('/auftrag/:link', {
    ...common,
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    show: (ctx, { params }) => page(ctx, params.link, blank),
  }),
  act('annehmen', 'accept'),
  act('ablehnen', 'decline'),
  act('frage', 'ask'),
  act('erledigt', 'close'),
]
