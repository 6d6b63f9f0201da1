import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { demoAddress, demoOpening } from './hours.ts'
import { demoPeople } from './people.ts'
import {
  accountIdByEmail,
  insertMemberships,
  insertOrganisations,
  insertPeople,
  type SeedMembership,
  type SeedOrganisation,
  type SeedPerson,
} from './seed.sql.ts'

/** Ids by code: departments and teams, businesses and clubs, and everybody. */
export type SeededPeople = { organisations: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> }

/** Fills a demo town with its departments and people as they were a year ago. */
export async function seedOrganisations(ctx: Ctx, which: 'large' | 'small'): Promise<SeededPeople> {
  const yearAgo = new Date(ctx.now().getTime() - 400 * 86_400_000)
  const demo = demoPeople(which)
  const organisations = organisationsOf(ctx, demo)
  await insertOrganisations(ctx, organisations, yearAgo)
  const organisationIds = new Map(organisations.map(({ code, id }) => [code, id]))

  const everybody = [...demo.staff.map((each) => ({ ...each, locale: 'de' })), ...demo.citizens]
  const known = await accountIdByEmail(
    ctx,
    everybody.map(({ email }) => email),
  )
  const roleOf = new Map(demo.accounts.map(({ person, role }) => [person, role]))
  const people = everybody.map(({ code, name, email, locale }): SeedPerson & { code: string } => ({
    code,
    id: newId(yearAgo.getTime()),
    accountId: known.get(email) ?? newId(yearAgo.getTime()),
    name,
    email,
    locale,
    demoRole: roleOf.get(code),
    operator: roleOf.get(code) === 'operator',
  }))
  await insertPeople(ctx, people, yearAgo)
  const personIds = new Map(people.map(({ code, id }) => [code, id]))
  await insertMemberships(ctx, membershipsOf(demo, organisationIds, personIds), yearAgo)
  return { organisations: organisationIds, people: personIds }
}

function organisationsOf(ctx: Ctx, demo: ReturnType<typeof demoPeople>): SeedOrganisation[] {
  const authority: SeedOrganisation = {
    id: newId(),
    kind: 'authority',
    code: 'rathaus',
    name: `Stadtverwaltung ${ctx.town.name}`,
    nameEn: `Town hall of ${ctx.town.name}`,
    email: 'rathaus@rathaus.example',
  }
  const departments = demo.departments.flatMap((department) => {
    const id = newId()
    const own: SeedOrganisation = {
      id,
      kind: 'department',
      parentId: authority.id,
      code: department.code,
      name: department.name.de,
      nameEn: department.name.en,
      email: department.email,
      phone: department.phone,
      address: demoAddress(department.code),
      opening: demoOpening(department.code, dayIn(ctx.now(), ctx.town.timeZone)),
      description: department.task.de,
    }
    return [
      own,
      ...department.teams.map(
        (team): SeedOrganisation => ({
          id: newId(),
          kind: 'team',
          parentId: id,
          code: team.code,
          name: team.name.de,
          nameEn: team.name.en,
        }),
      ),
    ]
  })
  const others = demo.organisations.map(
    (each): SeedOrganisation => ({
      id: newId(),
      kind: each.kind,
      code: each.code,
      name: each.name,
      email: each.email,
      description: each.purpose.de,
    }),
  )
  return [authority, ...departments, ...others]
}

/** Administration, audit and editing belong to the town hall as a whole; the other staff roles to a department and its team. */
function membershipsOf(
  demo: ReturnType<typeof demoPeople>,
  organisations: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): SeedMembership[] {
  const wholeTown = new Set(['admin', 'auditor', 'editor', 'moderator'])
  const find = (ids: ReadonlyMap<string, string>, code: string): string => {
    const id = ids.get(code)
    if (!id) throw new Error(`the demo names ${code}, which is nowhere`)
    return id
  }
  const staff = demo.staff.flatMap(({ code, role, department, team }) => {
    const units = wholeTown.has(role) ? ['rathaus', department] : [department, ...(team ? [team] : [])]
    return [...new Set(units)].map((unit) => ({
      id: newId(),
      personId: find(people, code),
      organisationId: find(organisations, unit),
      role,
    }))
  })
  const others = demo.organisations.flatMap((organisation) =>
    organisation.contacts.map((contact, index) => ({
      id: newId(),
      personId: find(people, contact),
      organisationId: find(organisations, organisation.code),
      role: index === 0 ? 'manager' : 'member',
    })),
  )
  return [...staff, ...others]
}
