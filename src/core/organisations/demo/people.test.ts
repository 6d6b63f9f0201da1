import { describe, expect, it } from 'vitest'
import { departmentIn } from './departments.ts'
import { demoPeople } from './people.ts'

const large = demoPeople('large')
const small = demoPeople('small')
const { citizens: demoCitizens, organisations: demoOrganisations, departments: largeTownDepartments, staff: largeTownStaff } = large
const { departments: smallTownDepartments, staff: smallTownStaff } = small
const demoAccounts = [...large.accounts, ...small.accounts]
const everybody = [...demoCitizens, ...largeTownStaff, ...smallTownStaff]

describe('the people of the demo', () => {
  it('each have a code and an address of their own, under a reserved domain', () => {
    expect(new Set(everybody.map((one) => one.code)).size).toBe(everybody.length)
    for (const { email } of everybody) expect(email).toMatch(/^[a-z]+(\.[a-z]+)+@(post|rathaus)\.example$/)
    for (const { email } of [...demoOrganisations, ...largeTownDepartments, ...smallTownDepartments]) expect(email).toMatch(/\.example$/)
  })

  it('fill the numbers the pages are drawn for', () => {
    expect(demoCitizens).toHaveLength(60)
    expect(demoOrganisations.filter(({ kind }) => kind === 'business')).toHaveLength(6)
    expect(demoOrganisations.filter(({ kind }) => kind === 'club')).toHaveLength(6)
  })

  it.each([
    ['large', largeTownStaff, largeTownDepartments],
    ['small', smallTownStaff, smallTownDepartments],
  ] as const)('work in departments and teams that exist (%s town)', (_, staff, departments) => {
    for (const { name, department, team } of staff) {
      const home = departments.find(({ code }) => code === department)
      expect(home, name).toBeDefined()
      if (team) expect(home?.teams.map(({ code }) => code)).toContain(team)
    }
  })

  it('cover every office of the large town in the small one', () => {
    const doors = smallTownDepartments.map(({ code }) => code)
    for (const { code } of largeTownDepartments) expect(doors).toContain(departmentIn('small', code))
  })

  it('speak for organisations as people who exist', () => {
    const citizens = demoCitizens.map(({ code }) => code)
    for (const { contacts } of demoOrganisations) for (const contact of contacts) expect(citizens).toContain(contact)
  })

  it('offer an account for each role', () => {
    for (const { person, organisation } of demoAccounts) {
      expect(everybody.map(({ code }) => code)).toContain(person)
      if (organisation) expect(demoOrganisations.find(({ code }) => code === organisation)?.contacts).toContain(person)
    }
    for (const role of ['dispatcher', 'clerk', 'lead', 'crew', 'admin', 'auditor', 'moderator', 'editor']) {
      const account = demoAccounts.find((one) => one.role === role)
      expect([...largeTownStaff, ...smallTownStaff].find(({ code }) => code === account?.person)?.role).toBe(role)
    }
  })
})
