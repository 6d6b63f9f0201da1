import { type DemoAccount, demoAccounts } from './accounts.ts'
import { type DemoCitizen, demoCitizens } from './citizens.ts'
import { type DemoDepartment, largeTownDepartments, smallTownDepartments } from './departments.ts'
import { type DemoOrganisation, demoOrganisations } from './organisations.ts'
import { type DemoStaff, largeTownStaff, smallTownStaff } from './staff.ts'

export type DemoPeople = {
  departments: readonly DemoDepartment[]
  staff: readonly DemoStaff[]
  citizens: readonly DemoCitizen[]
  organisations: readonly DemoOrganisation[]
  /** Offered for sign-in by one click. */
  accounts: readonly DemoAccount[]
}

/** Everybody in one of the two demo towns. Citizens have accounts in the installation, not in a town, so both towns know the same ones. */
export const demoPeople = (town: 'large' | 'small'): DemoPeople => ({
  departments: town === 'large' ? largeTownDepartments : smallTownDepartments,
  staff: town === 'large' ? largeTownStaff : smallTownStaff,
  citizens: demoCitizens,
  organisations: town === 'large' ? demoOrganisations : [],
  accounts: demoAccounts.filter((account) => account.town === town),
})
