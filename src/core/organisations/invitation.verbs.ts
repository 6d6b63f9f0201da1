import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { locales, textIn } from '#platform/text.ts'
import {
  addressOfAccount,
  deleteInvitationsBefore,
  type Invitation,
  insertInvitation,
  invitationBySecret,
  lockInvitation,
  settleInvitation,
} from './invitation.sql.ts'
import { Grant, INVITATION_DAYS, InvitationAccepted, InvitationSent, InvitationWithdrawn, rolesIn } from './membership.rules.ts'
import { enter, MANAGE_PEOPLE } from './membership.verbs.ts'
import { nameIn, type Organisation } from './organisation.rules.ts'
import { organisationById } from './organisation.sql.ts'

export const InvitationInput = Grant.extend({ email: z.email().max(320).toLowerCase(), locale: z.enum(locales).default('de') })
export type InvitationInput = z.output<typeof InvitationInput>

const digest = (secret: string): Buffer => keyedHash('invitation', secret)

/**
 * Offers a role by mail to somebody who may have no account yet. Whether she has one is not looked up, so nobody learns it here.
 * Returns the path of the link. Refuses: `notAllowed`, `unknown`, `roleNotHere`.
 */
export async function invite(
  ctx: Ctx,
  input: InvitationInput,
): Promise<Result<{ id: string; path: string }, 'notAllowed' | 'unknown' | 'roleNotHere'>> {
  if (!may(ctx, MANAGE_PEOPLE)) return refuse('notAllowed')
  const organisation = await organisationById(ctx, input.organisationId)
  if (!organisation || organisation.closedAt) return refuse('unknown', { field: 'organisationId' })
  if (!rolesIn(organisation.kind).includes(input.role)) return refuse('roleNotHere', { field: 'role' })

  const secret = newSecret()
  const id = newId(ctx.now().getTime())
  const expiresAt = new Date(ctx.now().getTime() + INVITATION_DAYS * DAY_MS)
  await insertInvitation(ctx, { ...input, id, secretHash: digest(secret), expiresAt })
  const path = `/einladung/${secret}`
  await mailTo(ctx, {
    email: input.email,
    locale: input.locale,
    text: 'organisations.mail.invitation',
    params: { role: textIn(input.locale, `role.${input.role}`), organisation: nameIn(organisation, input.locale), days: INVITATION_DAYS },
    link: { text: 'organisations.mail.invitation.open', path },
  })
  await record(ctx, InvitationSent, {
    about: [
      { type: 'organisation', id: organisation.id },
      { type: 'invitation', id },
    ],
    data: { role: input.role },
  })
  return ok({ id, path })
}

export type Offer = { invitation: Invitation; organisation: Organisation }

/** What a link offers, as long as it counts. Wrong, taken, withdrawn and expired links look the same. */
export async function offerOf(ctx: Ctx, secret: string): Promise<Offer | undefined> {
  const invitation = await invitationBySecret(ctx, digest(secret))
  if (!invitation || !counts(ctx, invitation)) return undefined
  const organisation = await organisationById(ctx, invitation.organisationId)
  return organisation && !organisation.closedAt ? { invitation, organisation } : undefined
}

const counts = (ctx: Ctx, { acceptedAt, withdrawnAt, expiresAt }: Invitation): boolean =>
  !acceptedAt && !withdrawnAt && expiresAt > ctx.now()

/** The account the mail was written to takes the role. Refuses: `unknown`, `invitationOtherAddress`, and what `enter` refuses. */
export async function acceptInvitation(
  ctx: Ctx,
  { secret, personId }: { secret: string; personId: string },
): Promise<Result<Offer, 'notAllowed' | 'unknown' | 'invitationOtherAddress' | 'roleNotHere' | 'alreadyMember'>> {
  const offer = await offerOf(ctx, secret)
  const locked = offer && (await lockInvitation(ctx, offer.invitation.id))
  if (!offer || !locked || !counts(ctx, locked)) return refuse('unknown')
  const address = ctx.actor.accountId ? await addressOfAccount(ctx, ctx.actor.accountId) : undefined
  if (address !== locked.email) return refuse('invitationOtherAddress')
  const entered = await enter(ctx, { personId, organisationId: locked.organisationId, role: locked.role })
  if (!entered.ok) return entered
  await settleInvitation(ctx, locked.id, 'accepted_at')
  await record(ctx, InvitationAccepted, { about: aboutOf(locked, personId), data: { role: locked.role } })
  return ok(offer)
}

/** Makes the link worthless. Refuses: `notAllowed`, `unknown`, `wrongState`. */
export async function withdrawInvitation(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ id: string }, 'notAllowed' | 'unknown' | 'wrongState'>> {
  if (!may(ctx, MANAGE_PEOPLE)) return refuse('notAllowed')
  const invitation = await lockInvitation(ctx, id)
  if (!invitation) return refuse('unknown')
  if (!counts(ctx, invitation)) return refuse('wrongState')
  await settleInvitation(ctx, id, 'withdrawn_at')
  await record(ctx, InvitationWithdrawn, { about: aboutOf(invitation), data: { role: invitation.role } })
  return ok({ id })
}

const aboutOf = ({ id, organisationId }: Invitation, personId?: string) => [
  { type: 'invitation', id },
  { type: 'organisation', id: organisationId },
  ...(personId ? [{ type: 'person', id: personId }] : []),
]

/** A month after an invitation has ended, its address is forgotten. */
export const forgetInvitations = {
  name: 'organisations.forgetInvitations',
  cron: '40 3 * * *',
  run: async (ctx: Ctx): Promise<void> => {
    await deleteInvitationsBefore(ctx, new Date(ctx.now().getTime() - 30 * DAY_MS))
  },
}
