import { demoPeople, permissionsOfRole, type SeededPeople } from '#core/organisations/index.ts'
import { type Actor, anonymous, type Ctx } from '#platform/context.ts'
import { seeded } from '#platform/seeded.ts'
import type { DemoStep } from './report.ts'

/** The demo's people as they act: with the rights of their role, in their department. */
export function actorsOf(which: 'large' | 'small', { organisations, people }: SeededPeople) {
  const { staff } = demoPeople(which)
  const member = (one: (typeof staff)[number]): Actor => ({
    kind: 'person',
    permissions: new Set(['everyone', 'signedIn', ...permissionsOfRole(one.role)]),
    trust: 'basic',
    name: one.name,
    personId: people.get(one.code) ?? '',
    unitIds: [organisations.get(one.department), organisations.get(one.team ?? '')].filter((id): id is string => id !== undefined),
  })
  return {
    citizen: (code: string): Actor => ({
      ...anonymous,
      kind: 'person',
      permissions: new Set(['everyone', 'signedIn']),
      trust: 'basic',
      personId: people.get(code) ?? '',
    }),
    /** Somebody of this role in the unit that has the report; the service desk, which may work on all, where there is none. */
    staff: (by: DemoStep['by'], unitId: string | undefined, key: string): Actor => {
      const role = by === 'contractor' || by === 'system' || by === 'other' || by === 'reporter' ? 'clerk' : by
      const inUnit = staff.filter((one) => one.role === role && organisations.get(one.department) === unitId)
      const ofAll = staff.filter((one) => one.role === 'dispatcher' || one.role === 'lead')
      return member(seeded('actor', key).pick(unitId && inUnit.length > 0 ? inUnit : ofAll))
    },
    moderator: (key: string): Actor => {
      const moderators = staff.filter((one) => one.role === 'moderator')
      return member(
        seeded('moderator', key).pick(
          moderators.length > 0 ? moderators : staff.filter((one) => one.role === 'dispatcher' || one.role === 'lead'),
        ),
      )
    },
  }
}

/** The same transaction at another time, with somebody else acting. */
export const as = (ctx: Ctx, actor: Actor, at: Date): Ctx => ({ ...ctx, actor, now: () => at })
