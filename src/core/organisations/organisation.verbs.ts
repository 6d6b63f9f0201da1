import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { isLastAdminUnit } from './membership.sql.ts'
import {
  codeFrom,
  type NewOrganisation,
  type Organisation,
  type OrganisationChange,
  OrganisationChanged,
  OrganisationClosed,
  OrganisationCreated,
  OrganisationReopened,
  parentKinds,
} from './organisation.rules.ts'
import {
  codesLike,
  hasOpenParts,
  insertOrganisation,
  lockOrganisation,
  organisationById,
  setClosed,
  updateOrganisation,
} from './organisation.sql.ts'

/** The right to change departments, businesses and clubs. */
export const MANAGE_ORGANISATIONS = 'organisations.manage'

/** Makes a department, team, business, club … Refuses: `notAllowed`, `parentUnknown` (also a parent of the wrong kind, or a closed one). */
export async function createOrganisation(ctx: Ctx, input: NewOrganisation): Promise<Result<Organisation, 'notAllowed' | 'parentUnknown'>> {
  if (!may(ctx, MANAGE_ORGANISATIONS)) return refuse('notAllowed')
  const allowed = parentKinds[input.kind]
  const parent = input.parentId ? await organisationById(ctx, input.parentId) : undefined
  const fits = allowed.length === 0 ? input.parentId === undefined : parent && allowed.includes(parent.kind) && !parent.closedAt
  if (!fits) return refuse('parentUnknown', { field: 'parentId' })

  const made = { ...input, id: newId(ctx.now().getTime()), code: await freeCode(ctx, input.name) }
  const organisation: Organisation = {
    id: made.id,
    kind: made.kind,
    parentId: made.parentId,
    code: made.code,
    name: made.name,
    nameEn: made.nameEn,
    email: made.email,
    phone: made.phone,
    address: made.address,
    description: made.description,
    closedAt: undefined,
  }
  await insertOrganisation(ctx, organisation)
  await record(ctx, OrganisationCreated, { about: [{ type: 'organisation', id: organisation.id }], data: { kind: organisation.kind } })
  return ok(organisation)
}

async function freeCode(ctx: Ctx, name: string): Promise<string> {
  const code = codeFrom(name)
  const taken = await codesLike(ctx, code)
  if (!taken.has(code)) return code
  let n = 2
  while (taken.has(`${code}-${n}`)) n += 1
  return `${code}-${n}`
}

/** Changes name and ways to reach it; the code stays. Refuses: `notAllowed`, `unknown`. */
export async function changeOrganisation(
  ctx: Ctx,
  { id, ...input }: OrganisationChange & { id: string },
): Promise<Result<Organisation, 'notAllowed' | 'unknown'>> {
  if (!may(ctx, MANAGE_ORGANISATIONS)) return refuse('notAllowed')
  const before = await lockOrganisation(ctx, id)
  if (!before) return refuse('unknown')
  const fields = (['name', 'nameEn', 'email', 'phone', 'address', 'description'] as const).filter((field) => before[field] !== input[field])
  if (fields.length === 0) return ok(before)
  await updateOrganisation(ctx, id, input)
  await record(ctx, OrganisationChanged, { about: [{ type: 'organisation', id }], data: { fields } })
  return ok({ ...before, ...input, nameEn: input.nameEn, email: input.email, phone: input.phone, address: input.address })
}

/**
 * Closes it: its memberships give no rights any more, history stays. Refuses: `notAllowed`, `unknown`, `wrongState`, `hasOpenParts`,
 * and `lastAdmin` when nobody could administer the town afterwards.
 */
export async function closeOrganisation(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<Organisation, 'notAllowed' | 'unknown' | 'wrongState' | 'hasOpenParts' | 'lastAdmin'>> {
  if (!may(ctx, MANAGE_ORGANISATIONS)) return refuse('notAllowed')
  const found = await lockOrganisation(ctx, id)
  if (!found) return refuse('unknown')
  if (found.closedAt || found.kind === 'authority') return refuse('wrongState')
  if (await hasOpenParts(ctx, id)) return refuse('hasOpenParts')
  if (await isLastAdminUnit(ctx, id)) return refuse('lastAdmin')
  await setClosed(ctx, id, ctx.now())
  await record(ctx, OrganisationClosed, { about: [{ type: 'organisation', id }], data: { kind: found.kind } })
  return ok({ ...found, closedAt: ctx.now() })
}

/** Takes a closing back. Refuses: `notAllowed`, `unknown`, `wrongState`, `parentUnknown` when what it lay below is closed. */
export async function reopenOrganisation(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<Organisation, 'notAllowed' | 'unknown' | 'wrongState' | 'parentUnknown'>> {
  if (!may(ctx, MANAGE_ORGANISATIONS)) return refuse('notAllowed')
  const found = await lockOrganisation(ctx, id)
  if (!found) return refuse('unknown')
  if (!found.closedAt) return refuse('wrongState')
  if (found.parentId && (await organisationById(ctx, found.parentId))?.closedAt) return refuse('parentUnknown')
  await setClosed(ctx, id, null)
  await record(ctx, OrganisationReopened, { about: [{ type: 'organisation', id }], data: { kind: found.kind } })
  return ok({ ...found, closedAt: undefined })
}
