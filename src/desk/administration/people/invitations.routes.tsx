import { z } from 'zod'
import {
  InvitationInput,
  invite,
  MANAGE_PEOPLE,
  openInvitations,
  organisationKinds,
  organisationsOf,
  withdrawInvitation,
} from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { InvitationsPage, InvitePage } from './invitations.view.tsx'

const PATH = '/verwaltung/personen'
const common = { may: MANAGE_PEOPLE, audience: 'staff' } as const

export const invitationPages = [
  get(`${PATH}/einladen`, {
    ...common,
    query: z.object({ in: z.uuid().optional() }),
    show: (ctx, { query }) => invitePage(ctx, { ...blank, input: query.in ? { organisationId: query.in } : {} }),
  }),
  post(`${PATH}/einladungen`, {
    ...common,
    form: InvitationInput,
    limit: [{ points: 100, seconds: 3600, per: 'account' }],
    run: invite,
    done: (_, __, { email }) => ({
      to: `${PATH}/einladungen`,
      flash: { kind: 'success', text: 'administration.invitation.sent', params: { email } },
    }),
    again: (ctx, form) => invitePage(ctx, form),
  }),
  get(`${PATH}/einladungen`, { ...common, show: (ctx) => listPage(ctx, blank) }),
  post(`${PATH}/einladungen/:id/ruecknahme`, {
    ...common,
    params: z.object({ id: z.uuid() }),
    form: z.object({}),
    run: withdrawInvitation,
    done: () => ({ to: `${PATH}/einladungen`, flash: { kind: 'success', text: 'administration.invitation.withdrawn' } }),
    again: (ctx, form) => listPage(ctx, form),
  }),
]

const invitePage = async (ctx: Ctx, form: Again<InvitationInput>) => (
  <InvitePage form={form} organisations={await organisationsOf(ctx, organisationKinds)} locale={ctx.locale} />
)

async function listPage(ctx: Ctx, form: Again) {
  const invitations = await openInvitations(ctx)
  const organisations = await organisationsOf(ctx, organisationKinds, { closed: true })
  return <InvitationsPage {...{ invitations, organisations, form, locale: ctx.locale }} />
}
