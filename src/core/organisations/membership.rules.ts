import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'
import type { OrganisationKind } from './organisation.rules.ts'
import { type Role, roles, staffRoles } from './roles.rules.ts'

export type Membership = {
  id: string
  role: Role
  since: Date
  until: Date | undefined
  organisation: { id: string; name: string; nameEn: string | undefined; kind: OrganisationKind; closed: boolean }
}

const staffKinds: readonly OrganisationKind[] = ['authority', 'department', 'team']

/** Roles that a membership there can give. Rights of staff come only from the town hall and its parts. */
export const rolesIn = (kind: OrganisationKind): readonly Role[] => (staffKinds.includes(kind) ? staffRoles : ['member', 'manager'])

const data = z.object({ role: z.enum(roles) })
export const MembershipGranted = defineEvent({ kind: 'membership.granted', audience: 'internal', data })
export const MembershipEnded = defineEvent({ kind: 'membership.ended', audience: 'internal', data })
export const InvitationSent = defineEvent({ kind: 'invitation.sent', audience: 'internal', data })
export const InvitationAccepted = defineEvent({ kind: 'invitation.accepted', audience: 'internal', data })
export const InvitationWithdrawn = defineEvent({ kind: 'invitation.withdrawn', audience: 'internal', data })
export const ActingChanged = defineEvent({ kind: 'person.actsFor', audience: 'internal', data: z.object({ own: z.boolean() }) })

export const Grant = z.object({ organisationId: z.uuid(), role: z.enum(roles) })
export type Grant = z.output<typeof Grant>

/** Days after which an invitation that nobody took is worth nothing. */
export const INVITATION_DAYS = 14
