import { holdersByRole, openInvitations, organisationsOf, staffRoles, unitKinds } from '#core/organisations/index.ts'
import { get } from '#platform/http/route.ts'
import { navigation } from '#platform/navigation.ts'
import { OverviewPage } from './overview.view.tsx'

export const overviewRoutes = [
  get('/verwaltung', {
    may: 'administration.see',
    audience: 'staff',
    show: async (ctx) => {
      const mayManage = ctx.actor.permissions.has('people.manage')
      const holders = mayManage ? await holdersByRole(ctx) : new Map<string, number>()
      const figures = mayManage
        ? [
            { text: 'administration.overview.units', value: (await organisationsOf(ctx, unitKinds)).length },
            { text: 'administration.overview.roles', value: staffRoles.reduce((sum, role) => sum + (holders.get(role) ?? 0), 0) },
            { text: 'administration.overview.admins', value: holders.get('admin') ?? 0 },
            { text: 'administration.overview.invitations', value: (await openInvitations(ctx)).length },
          ]
        : []
      return <OverviewPage doors={navigation(ctx, 'admin').filter(({ href }) => href !== '/verwaltung')} figures={figures} />
    },
  }),
]
