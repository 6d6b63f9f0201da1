import type { Permissions } from '#platform/module.ts'

/**
 * Roles that a membership gives. In the authority or a department: crew (Außendienst), clerk (Sachbearbeitung), dispatcher
 * (Leitstelle), lead (Teamleitung), moderator, editor (Redaktion), auditor (Datenschutz, Prüfung), admin (Verwaltung des
 * Stadtplatzes). In a business or club: member, manager.
 */
export const roles = ['crew', 'clerk', 'dispatcher', 'lead', 'moderator', 'editor', 'auditor', 'admin', 'member', 'manager'] as const
export type Role = (typeof roles)[number]
export const staffRoles: readonly Role[] = ['crew', 'clerk', 'dispatcher', 'lead', 'moderator', 'editor', 'auditor', 'admin']

/** Who runs the installation itself: above towns, without any right to the content of one. */
export const OPERATOR = 'operator'

/** The one table of rights, put together from what the modules declare: role → permissions. */
export function permissionTable(declared: readonly Permissions[]): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  for (const permissions of declared) {
    for (const [permission, holders] of Object.entries(permissions)) {
      for (const role of holders) {
        if (role !== OPERATOR && !(roles as readonly string[]).includes(role)) throw new Error(`${permission}: there is no role ${role}`)
        const known = table.get(role) ?? new Set()
        table.set(role, known.add(permission))
      }
    }
  }
  return table
}
