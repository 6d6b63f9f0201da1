export { actorOf, permissionsOfRole, setPermissions } from './actor.ts'
export { OPERATOR, permissionTable, type Role, roles, staffRoles } from './roles.rules.ts'
