import type { Ctx } from '#platform/context.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { ActingInput, actFor, actingChoices } from './acting.verbs.ts'
import { ActingPage } from './acting.view.tsx'

export const actingRoutes = [
  get('/mein/handeln-fuer', { may: 'signedIn', audience: 'internal', show: (ctx) => page(ctx, blank) }),

  post('/mein/handeln-fuer', {
    may: 'signedIn',
    audience: 'internal',
    form: ActingInput,
    run: actFor,
    done: ({ name }) => ({
      to: '/mein/handeln-fuer',
      flash: name
        ? { kind: 'success', text: 'organisations.acting.for', params: { name } }
        : { kind: 'success', text: 'organisations.acting.self' },
    }),
    again: (ctx, form) => page(ctx, form),
  }),
]

const page = async (ctx: Ctx, form: Parameters<typeof ActingPage>[0]['form']) => (
  <ActingPage
    choices={await actingChoices(ctx)}
    now={ctx.actor.organisation?.id}
    name={ctx.actor.name ?? ''}
    locale={ctx.locale}
    form={form}
  />
)
