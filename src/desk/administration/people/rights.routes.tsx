import { holdersByRole, members, membershipsOf, OPERATOR, permissionsOfRole, roles, staffRoles } from '#core/organisations/index.ts'
import { get } from '#platform/http/route.ts'
import { RightsPage } from './rights.view.tsx'
import { StaffPage } from './staff.view.tsx'

export const rightsRoutes = [
  get('/verwaltung/rechte', {
    may: 'rights.see',
    audience: 'staff',
    show: async (ctx) => {
      const table = new Map([...roles, OPERATOR].map((role) => [role, permissionsOfRole(role)]))
      return <RightsPage table={table} holders={await holdersByRole(ctx)} linked={ctx.actor.permissions.has('people.see')} />
    },
  }),

  get('/verwaltung/verzeichnis', {
    may: 'staff.see',
    audience: 'staff',
    show: async (ctx) => {
      const people = await members(ctx, { roles: staffRoles }, 1000)
      const memberships = await membershipsOf(
        ctx,
        people.map(({ id }) => id),
      )
      return <StaffPage people={people} memberships={memberships} locale={ctx.locale} />
    },
  }),
]
