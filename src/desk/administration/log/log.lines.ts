import type { LoggedEvent, LoggedRead } from '#core/memory/index.ts'
import { hasText, t } from '#platform/text.ts'

type Names = ReadonlyMap<string, string>

/** What something is, with its name where it is a person: "Person Anja Wendehorst", "case 01890…". */
export function subjectWords({ type, id }: { type: string; id: string }, names: Names): string {
  const kind = hasText(`subject.${type}`) ? t(`subject.${type}`) : type
  return `${kind} ${type === 'person' ? (names.get(id) ?? id.slice(-8)) : id.slice(-8)}`
}

export const roleWords = (role: string): string => (hasText(`actor.${role}`) ? t(`actor.${role}`) : role)

/** "Sachbearbeitung (Tiefbauamt)", each once. */
export const unitWords = (roles: LoggedRead['roles']): string =>
  roles.map(({ role, unit }) => `${hasText(`role.${role}`) ? t(`role.${role}`) : role} (${unit})`).join(', ')

export const purposeWords = (purpose: string): string => (hasText(`purpose.${purpose}`) ? t(`purpose.${purpose}`) : purpose)

/** The lines of the CSV file: moment, who, role, what, about what. Plain names of kinds, so that programs can read them. */
export const eventCells = ({ at, actorPersonId, actorRole, kind, about }: LoggedEvent, names: Names): string[] => [
  at.toISOString(),
  (actorPersonId && (names.get(actorPersonId) ?? actorPersonId)) || '',
  actorRole,
  kind,
  about.map(({ type, id }) => `${type}:${id}`).join(' '),
]

export const readCells = ({ at, readerId, roles, purpose, subject, personId }: LoggedRead, names: Names): string[] => [
  at.toISOString(),
  names.get(readerId) ?? readerId,
  roles.map(({ role, unit }) => `${role} (${unit})`).join(', '),
  purpose,
  [`${subject.type}:${subject.id}`, personId ? `person:${personId}` : ''].filter(Boolean).join(' '),
]
