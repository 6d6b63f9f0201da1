import type { Ctx } from '#platform/context.ts'
import type { Role } from './roles.rules.ts'

export type Invitation = {
  id: string
  organisationId: string
  role: Role
  email: string
  locale: string
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | undefined
  withdrawnAt: Date | undefined
}

type Row = {
  id: string
  organisation_id: string
  role: string
  email: string
  locale: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  withdrawn_at: Date | null
}

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  organisationId: row.organisation_id,
  role: row.role as Role,
  email: row.email,
  locale: row.locale,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at ?? undefined,
  withdrawnAt: row.withdrawn_at ?? undefined,
})

const own = (ctx: Ctx) =>
  ctx.db
    .selectFrom('core.invitation')
    .select(['id', 'organisation_id', 'role', 'email', 'locale', 'created_at', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .where('tenant_id', '=', ctx.town.id)

export const insertInvitation = (
  ctx: Ctx,
  invitation: { id: string; organisationId: string; role: Role; email: string; locale: string; secretHash: Buffer; expiresAt: Date },
) =>
  ctx.db
    .insertInto('core.invitation')
    .values({
      tenant_id: ctx.town.id,
      id: invitation.id,
      organisation_id: invitation.organisationId,
      role: invitation.role,
      email: invitation.email,
      locale: invitation.locale,
      secret_hash: invitation.secretHash,
      created_at: ctx.now(),
      expires_at: invitation.expiresAt,
    })
    .execute()

/** By the digest of its link's secret. */
export async function invitationBySecret(ctx: Ctx, secretHash: Buffer): Promise<Invitation | undefined> {
  const row = await own(ctx).where('secret_hash', '=', secretHash).executeTakeFirst()
  return row && invitationOf(row)
}

export async function lockInvitation(ctx: Ctx, id: string): Promise<Invitation | undefined> {
  const row = await own(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && invitationOf(row)
}

/** Those nobody has taken or withdrawn yet and that still count, newest first. */
export async function openInvitations(ctx: Ctx): Promise<Invitation[]> {
  const rows = await own(ctx)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(invitationOf)
}

export const settleInvitation = (ctx: Ctx, id: string, as: 'accepted_at' | 'withdrawn_at') =>
  ctx.db
    .updateTable('core.invitation')
    .set({ [as]: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Their addresses are nobody's business once they are settled. */
export const deleteInvitationsBefore = (ctx: Ctx, at: Date) =>
  ctx.db.deleteFrom('core.invitation').where('tenant_id', '=', ctx.town.id).where('expires_at', '<', at).execute()

/** The confirmed address that an account signs in with. */
export async function addressOfAccount(ctx: Ctx, accountId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('core.account')
    .select('email')
    .where('id', '=', accountId)
    .where('email_confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.email
}
