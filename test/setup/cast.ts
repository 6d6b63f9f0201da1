import { OPERATOR, permissionTable, roles } from '#core/organisations/index.ts'
import type { Town } from '#platform/context.ts'
import type { Program, SignedIn } from './program.ts'
import type { Asker, Visitor } from './visitor.ts'

/** Everybody that a route can tell apart: a stranger, somebody without a role, each role, and who runs the installation. */
export const everybody: readonly string[] = ['stranger', 'person', ...roles, OPERATOR]

const tables = new WeakMap<Program['house'], ReturnType<typeof permissionTable>>()

/** What somebody may do, from the one table of rights that the modules declare. */
export function rightsOf({ house }: Pick<Program, 'house'>, who: string): ReadonlySet<string> {
  if (who === 'stranger') return new Set(['everyone'])
  const table = tables.get(house) ?? permissionTable(house.modules.map((module) => module.permissions ?? {}))
  tables.set(house, table)
  return new Set(['everyone', 'signedIn', ...(table.get(who) ?? [])])
}

export type Cast = {
  /** Signed in; where the session has ended meanwhile, signed in as somebody new of the same role with `again`. */
  as(who: string): Promise<Visitor>
  again(who: string): Promise<Visitor>
  facts(who: string): SignedIn | undefined
}

const wholeTown = new Set(['moderator', 'editor', 'auditor', 'admin'])

/** One person of each role in a town that has departments: staff where most of the work is, the rest in the town hall as a whole. */
export function castOf(program: Program, town: Town, ask?: Asker): Cast {
  const known = new Map<string, Promise<SignedIn>>()
  const enter = async (who: string): Promise<SignedIn> => {
    const staff = (roles as readonly string[]).includes(who)
    return await program.signedIn({
      town,
      name: `Rolle ${who}`,
      ...(who === OPERATOR ? { operator: true } : {}),
      ...(staff ? { roles: [who as (typeof roles)[number]], organisationId: await placeFor(program, town, who) } : {}),
      ...(ask ? { ask } : {}),
    })
  }
  const anew = (who: string): Promise<SignedIn> => {
    const entering = enter(who)
    known.set(who, entering)
    return entering
  }
  const settled = new Map<string, SignedIn>()
  return {
    async as(who) {
      if (who === 'stranger') return program.visitor({ town, ...(ask ? { ask } : {}) })
      const one = await (known.get(who) ?? anew(who))
      settled.set(who, one)
      return one.visitor
    },
    again: async (who) => (who === 'stranger' ? program.visitor({ town, ...(ask ? { ask } : {}) }) : (await anew(who)).visitor),
    facts: (who) => settled.get(who),
  }
}

async function placeFor({ pool }: Program, town: Town, who: string): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL app.tenant_id = '${town.id}'`)
    const { rows } = await client.query<{ id: string }>(
      who === 'member' || who === 'manager'
        ? `SELECT id FROM core.organisation WHERE tenant_id = $1 AND kind IN ('business', 'club', 'contractor') AND closed_at IS NULL ORDER BY code LIMIT 1`
        : wholeTown.has(who)
          ? `SELECT id FROM core.organisation WHERE tenant_id = $1 AND kind = 'authority' LIMIT 1`
          : `SELECT unit_id AS id FROM services.case WHERE tenant_id = $1 AND unit_id IS NOT NULL GROUP BY unit_id ORDER BY count(*) DESC, unit_id LIMIT 1`,
      [town.id],
    )
    await client.query('COMMIT')
    if (!rows[0]) throw new Error(`${town.slug} has no place for ${who}`)
    return rows[0].id
  } finally {
    client.release()
  }
}
