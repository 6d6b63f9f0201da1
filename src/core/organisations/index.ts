export { actorOf, permissionsOfRole, setPermissions } from './actor.ts'
export { type SeededPeople, seedOrganisations } from './demo/seed.ts'
export { OPERATOR, permissionTable, type Role, roles, staffRoles } from './roles.rules.ts'
