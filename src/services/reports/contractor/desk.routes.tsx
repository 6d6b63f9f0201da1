import { z } from 'zod'
import { organisationsOf } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { FirmsPage, type Tried } from './desk.view.tsx'
import { taskPath } from './task.link.ts'
import { HandOut, isOpen, Renewed } from './task.rules.ts'
import { finishWithFirmPhotos, firmsOf, handToFirm, renewTask, takeTaskBack, tellFirm } from './task.verbs.ts'

const At = z.object({ number: z.string().max(20) })
const AtTask = At.extend({ taskId: z.uuid() })
const text = z.string().trim().max(4000).default('')
const common = { may: 'report.work', audience: 'staff' as const }
const pathOf = (number: string) => `/amt/meldungen/${number}/firma`

async function page(ctx: Ctx, number: string, form: Again, tried?: Tried) {
  const found = await firmsOf(ctx, number)
  if (!found) return undefined
  const address = (id: string) => `${ctx.town.origin}${ctx.town.base}${taskPath(ctx.town.id, id)}`
  return (
    <FirmsPage
      {...found}
      now={ctx.now()}
      firms={found.work ? await organisationsOf(ctx, ['contractor']) : []}
      links={new Map(found.work ? found.tasks.filter(isOpen).map(({ id }) => [id, address(id)]) : [])}
      form={form}
      tried={tried}
    />
  )
}

const done = (what: string, number: string) => ({
  to: pathOf(number),
  flash: { kind: 'success' as const, text: `contractor.desk.${what}` },
})

export const firmDeskRoutes = [
  get('/amt/meldungen/:number/firma', {
    ...common,
    summary: 'The firms that a report was given to',
    params: At,
    show: (ctx, { params }) => page(ctx, params.number, blank),
  }),
  post('/amt/meldungen/:number/firma', {
    ...common,
    params: At,
    form: HandOut.omit({ number: true }),
    run: handToFirm,
    done: (_, __, { number }) => done('sent', number),
    again: (ctx, form, { number }) => page(ctx, number, form, { form: 'give' }),
  }),
  post('/amt/meldungen/:number/firma/abschluss', {
    ...common,
    params: At,
    form: z.object({ text }),
    run: finishWithFirmPhotos,
    done: (_, __, { number }) => `/amt/meldungen/${number}`,
    again: (ctx, form, { number }) => page(ctx, number, form, { form: 'finish' }),
  }),
  post('/amt/meldungen/:number/firma/:taskId/zurueck', {
    ...common,
    params: AtTask,
    form: z.object({}),
    run: takeTaskBack,
    done: (_, __, { number }) => done('takenBack', number),
    again: (ctx, form, { number }) => page(ctx, number, form),
  }),
  post('/amt/meldungen/:number/firma/:taskId/verlaengern', {
    ...common,
    params: AtTask,
    form: Renewed,
    run: renewTask,
    done: (_, __, { number }) => done('renewed', number),
    again: (ctx, form, { number, taskId }) => page(ctx, number, form, { form: 'renew', taskId }),
  }),
  post('/amt/meldungen/:number/firma/:taskId/antwort', {
    ...common,
    params: AtTask,
    form: z.object({ text }),
    run: tellFirm,
    done: (_, __, { number }) => done('told', number),
    again: (ctx, form, { number, taskId }) => page(ctx, number, form, { form: 'tell', taskId }),
  }),
]
