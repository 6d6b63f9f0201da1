import { z } from 'zod'
import { personInTown } from '#core/accounts/index.ts'
import type { Ctx } from '#platform/context.ts'
import { blank, get, post } from '#platform/http/route.ts'
import { acceptInvitation, offerOf } from './invitation.verbs.ts'
import { InvitationPage } from './invitation.view.tsx'

const Link = z.object({ secret: z.string().regex(/^[\w-]{43}$/) })

export const invitationRoutes = [
  get('/einladung/:secret', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    limit: [{ points: 30, seconds: 60, per: 'network' }],
    show: (ctx, { params }) => page(ctx, params.secret, blank),
  }),

  post('/einladung/:secret', {
    may: 'signedIn',
    audience: 'internal',
    params: Link,
    form: z.object({}),
    limit: [{ points: 30, seconds: 60, per: 'network' }],
    run: async (ctx, { secret }) => acceptInvitation(ctx, { secret, personId: await personInTown(ctx) }),
    done: ({ invitation }) => ({
      to: ['member', 'manager'].includes(invitation.role) ? '/mein' : '/amt',
      flash: { kind: 'success', text: 'organisations.invitation.accepted' },
    }),
    again: (ctx, form, { secret }) => page(ctx, secret, form),
  }),
]

const page = async (ctx: Ctx, secret: string, form: Parameters<typeof InvitationPage>[0]['form']) => {
  const offer = await offerOf(ctx, secret)
  return <InvitationPage offer={offer} secret={secret} signedIn={ctx.actor.kind === 'person'} locale={ctx.locale} form={form} />
}
