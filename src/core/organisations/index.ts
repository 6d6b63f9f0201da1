export { actorOf, permissionsOfRole, setPermissions } from './actor.ts'
export { departmentIn } from './demo/departments.ts'
export { demoPeople } from './demo/people.ts'
export { type SeededPeople, seedOrganisations } from './demo/seed.ts'
export { Address, Reach } from './directory.view.tsx'
export { type Invitation, openInvitations } from './invitation.sql.ts'
export { InvitationInput, invite, withdrawInvitation } from './invitation.verbs.ts'
export { Grant, type Membership } from './membership.rules.ts'
export { holdersByRole, membershipById, membershipsOf } from './membership.sql.ts'
export { endMembership, grantRole, MANAGE_PEOPLE } from './membership.verbs.ts'
export { openingsShown } from './opening.read.ts'
export {
  ExceptionInput,
  type Opening,
  OpeningInput,
  spansText,
  type Weekday,
  weekdays,
} from './opening.rules.ts'
export { openingById } from './opening.sql.ts'
export { addException, changeOpening, removeException } from './opening.verbs.ts'
export { OpeningHours, type OpeningShown } from './opening.view.tsx'
export {
  NewOrganisation,
  nameIn,
  type Organisation,
  OrganisationChange,
  type OrganisationKind,
  organisationKinds,
  otherKinds,
  parentKinds,
  unitKinds,
} from './organisation.rules.ts'
export { memberCounts, organisationById, organisationsLike, organisationsOf } from './organisation.sql.ts'
export {
  changeOrganisation,
  closeOrganisation,
  createOrganisation,
  MANAGE_ORGANISATIONS,
  reopenOrganisation,
} from './organisation.verbs.ts'
export { members, type Person, peopleLike, personById, personNames } from './person.sql.ts'
export { OPERATOR, permissionTable, type Role, roles, staffRoles } from './roles.rules.ts'
