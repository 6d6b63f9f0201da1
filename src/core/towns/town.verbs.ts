import { record } from '#core/memory/index.ts'
import { createOrganisation, invite } from '#core/organisations/index.ts'
import { type Ctx, may, system, type Town } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type NewTown, TownChanged, TownCreated, type TownSettings } from './town.rules.ts'
import { insertTown, insideNew, ownTown, setHosts, townLines, updateTown } from './town.sql.ts'

/** The right to change the own town's name, colour, arms and area. */
export const MANAGE_TOWN = 'town.manage'
/** The right to open towns and to say under which host names they answer; above all towns. */
export const MANAGE_TOWNS = 'towns.manage'

/** Colour of a town that has chosen none yet. */
const FIRST_COLOUR = '#2044aa'

type Refused = 'notAllowed' | 'slugTaken' | 'hostTaken'

/**
 * Opens a town with its town hall, and invites who will administer it. Returns the town and the path of that invitation in it.
 * Refuses: `notAllowed`, `slugTaken`, `hostTaken`.
 */
export async function createTown(ctx: Ctx, input: NewTown): Promise<Result<{ town: Town; invitation: string }, Refused>> {
  if (!may(ctx, MANAGE_TOWNS)) return refuse('notAllowed')
  const others = await townLines(ctx)
  if (others.some(({ slug }) => slug === input.slug)) return refuse('slugTaken', { field: 'slug' })
  const taken = takenHost(others, input.hosts)
  if (taken) return refuse('hostTaken', { field: 'hosts', facts: { host: taken } })

  const town: Town = {
    id: newId(ctx.now().getTime()),
    slug: input.slug,
    name: input.name,
    land: input.land,
    locales: ['de', 'en'],
    timeZone: 'Europe/Berlin',
    colour: FIRST_COLOUR,
    coatOfArmsUrl: undefined,
    bounds: undefined,
    demo: false,
    base: `/t/${input.slug}`,
    origin: ctx.town.origin,
  }
  await insertTown(ctx, { ...town, hosts: input.hosts, coatOfArms: undefined })
  const invitation = await insideNew(ctx, town, (inside) => furnish(inside, input))
  announce(ctx, ['town'])
  return ok({ town, invitation })
}

async function furnish(ctx: Ctx, { name, slug, adminEmail }: NewTown): Promise<string> {
  await record(ctx, TownCreated, { about: [{ type: 'town', id: ctx.town.id }], data: { slug }, role: 'operator' })
  // The operator has no rights inside towns; opening one is the exception.
  const asSystem: Ctx = { ...ctx, actor: system }
  const authority = await createOrganisation(asSystem, { kind: 'authority', name, description: '' })
  if (!authority.ok) throw new Error(authority.refusal.code)
  const invited = await invite(asSystem, { organisationId: authority.value.id, role: 'admin', email: adminEmail, locale: 'de' })
  if (!invited.ok) throw new Error(invited.refusal.code)
  return invited.value.path
}

const takenHost = (others: readonly { hosts: readonly string[] }[], hosts: readonly string[]): string | undefined =>
  hosts.find((host) => others.some((other) => other.hosts.includes(host)))

/** Says under which names a town answers. Refuses: `notAllowed`, `unknown`, `hostTaken`. */
export async function nameHosts(
  ctx: Ctx,
  { slug, hosts }: { slug: string; hosts: readonly string[] },
): Promise<Result<{ slug: string }, 'notAllowed' | 'unknown' | 'hostTaken'>> {
  if (!may(ctx, MANAGE_TOWNS)) return refuse('notAllowed')
  const all = await townLines(ctx)
  const town = all.find((each) => each.slug === slug)
  if (!town) return refuse('unknown')
  const taken = takenHost(
    all.filter((each) => each !== town),
    hosts,
  )
  if (taken) return refuse('hostTaken', { field: 'hosts', facts: { host: taken } })
  await setHosts(ctx, town.id, hosts)
  // In the memory of the town where the operator sits: its own can only be written from inside.
  await record(ctx, TownChanged, { about: [{ type: 'town', id: town.id }], data: { fields: ['hosts'] }, role: 'operator' })
  announce(ctx, ['town'])
  return ok({ slug })
}

/** Changes name, Land, languages, colour and area of the own town. Refuses: `notAllowed`. */
export async function changeTown(ctx: Ctx, input: TownSettings): Promise<Result<{ fields: string[] }, 'notAllowed'>> {
  if (!may(ctx, MANAGE_TOWN)) return refuse('notAllowed')
  const before = await ownTown(ctx, true)
  const fields = (Object.keys(input) as (keyof TownSettings)[]).filter((key) => String(before[key]) !== String(input[key]))
  if (fields.length === 0) return ok({ fields })
  await updateTown(ctx, input)
  await record(ctx, TownChanged, { about: [{ type: 'town', id: ctx.town.id }], data: { fields } })
  return ok({ fields })
}
