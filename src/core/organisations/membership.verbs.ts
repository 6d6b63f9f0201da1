import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Grant, type Membership, MembershipEnded, MembershipGranted, rolesIn } from './membership.rules.ts'
import { insertMembership, isLastAdmin, lockMembership, setEnded } from './membership.sql.ts'
import { organisationById } from './organisation.sql.ts'
import { personById } from './person.sql.ts'

/** The right to give and take roles. Whoever has it can give every role, also this right. */
export const MANAGE_PEOPLE = 'people.manage'

type Refused = 'notAllowed' | 'unknown' | 'roleNotHere' | 'alreadyMember'

/** Gives a person a role in an organisation. Refuses: `notAllowed`, `unknown`, `roleNotHere`, `alreadyMember`. */
export async function grantRole(ctx: Ctx, input: Grant & { personId: string }): Promise<Result<{ id: string }, Refused>> {
  if (!may(ctx, MANAGE_PEOPLE)) return refuse('notAllowed')
  const person = await personById(ctx, input.personId)
  if (!person || person.anonymised) return refuse('unknown')
  return await enter(ctx, input)
}

/** Without asking for a right: for who was invited. */
export async function enter(
  ctx: Ctx,
  { personId, organisationId, role }: Grant & { personId: string },
): Promise<Result<{ id: string }, Refused>> {
  const organisation = await organisationById(ctx, organisationId)
  if (!organisation || organisation.closedAt) return refuse('unknown', { field: 'organisationId' })
  if (!rolesIn(organisation.kind).includes(role)) return refuse('roleNotHere', { field: 'role' })
  const id = newId(ctx.now().getTime())
  if (!(await insertMembership(ctx, { id, personId, organisationId, role }))) return refuse('alreadyMember')
  await record(ctx, MembershipGranted, {
    about: [
      { type: 'person', id: personId },
      { type: 'organisation', id: organisationId },
    ],
    data: { role },
  })
  return ok({ id })
}

/** Ends a membership as of now. Refuses: `notAllowed`, `unknown`, `wrongState`, `lastAdmin`. */
export async function endMembership(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<Membership & { personId: string }, 'notAllowed' | 'unknown' | 'wrongState' | 'lastAdmin'>> {
  if (!may(ctx, MANAGE_PEOPLE)) return refuse('notAllowed')
  const membership = await lockMembership(ctx, id)
  if (!membership) return refuse('unknown')
  if (membership.until) return refuse('wrongState')
  if (membership.role === 'admin' && (await isLastAdmin(ctx, id))) return refuse('lastAdmin')
  await setEnded(ctx, id)
  await record(ctx, MembershipEnded, {
    about: [
      { type: 'person', id: membership.personId },
      { type: 'organisation', id: membership.organisation.id },
    ],
    data: { role: membership.role },
  })
  return ok({ ...membership, until: ctx.now() })
}
