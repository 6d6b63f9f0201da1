import { z } from 'zod'
import { organisationsOf, unitKinds } from '#core/organisations/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { offerService, wayOnline } from '#services/builder/index.ts'
import { registerServiceTab, servicePath } from '../services/index.ts'
import { serviceFrame } from './form.read.ts'
import { common, PUBLISH, WRITE } from './forms.routes.tsx'
import { OnlinePage } from './online.view.tsx'
import { ONLINE } from './paths.ts'

registerServiceTab({ key: 'online', text: 'builder.online.tab', path: '/online', may: WRITE, order: 30 })

const At = z.object({ id: z.uuid() })

export const onlineRoutes = [
  get(ONLINE, {
    ...common,
    summary: 'What a service needs to be applied for online',
    params: At,
    show: (ctx, { params }) => onlinePage(ctx, params.id, undefined),
  }),
  post(ONLINE, {
    ...common,
    may: PUBLISH,
    params: At,
    form: z.object({ workflow: z.string().min(1).max(60), unitId: z.uuid(), remedy: z.enum(['objection', 'suit']).default('objection') }),
    run: offerService,
    done: (_, __, { id }) => ({ to: `${servicePath(id)}/online`, flash: { kind: 'success', text: 'builder.online.done' } }),
    again: (ctx, form, { id }) => onlinePage(ctx, id, form),
  }),
]

async function onlinePage(ctx: Ctx, id: string, form: Again | undefined) {
  const frame = await serviceFrame(ctx, id, 'online')
  if (!frame) return undefined
  const way = await wayOnline(ctx, frame.service)
  const input = {
    workflow: way.online?.workflow?.key,
    unitId: way.online?.unitId ?? frame.service.draft.unitId,
    remedy: way.online?.remedy,
  }
  return (
    <OnlinePage
      frame={frame}
      way={way}
      units={await organisationsOf(ctx, unitKinds)}
      form={form ?? { input, errors: {} }}
      mayPublish={may(ctx, PUBLISH)}
    />
  )
}
