import type { Ctx } from '#platform/context.ts'
import type { Opening } from '../opening.rules.ts'

export type SeedOrganisation = {
  id: string
  kind: string
  parentId?: string
  code: string
  name: string
  nameEn?: string
  email?: string
  phone?: string
  address?: string
  opening?: Opening
  description?: string
}
export type SeedPerson = {
  id: string
  accountId: string
  name: string
  email: string
  locale: string
  demoRole?: string | undefined
  operator?: boolean
}
export type SeedMembership = { id: string; personId: string; organisationId: string; role: string }

export const insertOrganisations = (ctx: Ctx, organisations: readonly SeedOrganisation[], at: Date) =>
  ctx.db
    .insertInto('core.organisation')
    .values(
      organisations.map(({ id, kind, parentId, code, name, nameEn, email, phone, address, opening, description }) => ({
        tenant_id: ctx.town.id,
        id,
        kind,
        parent_id: parentId ?? null,
        code,
        name,
        name_en: nameEn ?? null,
        email: email ?? null,
        phone: phone ?? null,
        address: address ?? null,
        opening: JSON.stringify(opening ?? {}),
        description: description ?? '',
        created_at: at,
      })),
    )
    .execute()

/** Persons of the town with their accounts. An account that another town brought already is used as it is. */
export async function insertPeople(ctx: Ctx, people: readonly SeedPerson[], at: Date): Promise<void> {
  await ctx.db
    .insertInto('core.account')
    .values(
      people.map(({ accountId, name, email, locale, demoRole, operator }) => ({
        id: accountId,
        email,
        email_confirmed_at: at,
        name,
        locale,
        demo_role: demoRole ?? null,
        operator: operator ?? false,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.db
    .insertInto('core.person')
    .values(
      people.map(({ id, accountId, name, email, locale }) => ({
        tenant_id: ctx.town.id,
        id,
        account_id: accountId,
        name,
        email,
        locale,
        created_at: at,
      })),
    )
    .execute()
}

export const insertMemberships = (ctx: Ctx, memberships: readonly SeedMembership[], at: Date) =>
  ctx.db
    .insertInto('core.membership')
    .values(
      memberships.map(({ id, personId, organisationId, role }) => ({
        tenant_id: ctx.town.id,
        id,
        person_id: personId,
        organisation_id: organisationId,
        role,
        since: at,
      })),
    )
    .execute()

export const accountIdByEmail = async (ctx: Ctx, emails: readonly string[]): Promise<Map<string, string>> => {
  const rows = await ctx.db
    .selectFrom('core.account')
    .select(['id', 'email'])
    .where('email', 'in', [...emails])
    .execute()
  return new Map(rows.map((row) => [row.email, row.id]))
}
