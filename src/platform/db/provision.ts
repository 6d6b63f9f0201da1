import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { run as runGraphile } from './graphile-schema.ts'
import { declareLeakproof } from './leakproof.ts'
import { migrate } from './migrate.ts'

export type Provisioned = {
  /** Connects as the role that owns nothing. */
  appUrl: string
  /** The role that owns tables; undefined where the connecting role is the owner itself. */
  ownerRole: string | undefined
  migrated: string[]
}

/**
 * Brings a database to the state that this program expects: roles, schemas, migrations, rights.
 * `url` names a role that may create roles (then the role `{database}_app` is made), or, with `appUrl`, the plain owner.
 */
export async function provision(
  url: string,
  { appUrl, appPassword }: { appUrl?: string | undefined; appPassword: string },
): Promise<Provisioned> {
  const client = new Client({ connectionString: url, application_name: 'stadtplatz-migrate' })
  // A line that breaks is told by the statement that needed it.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(7202612)`)
    const { rows } = await client.query<{ database: string; me: string; super: boolean; makes_roles: boolean }>(
      'SELECT current_database() AS database, current_user AS me, rolsuper AS super, (rolsuper OR rolcreaterole) AS makes_roles FROM pg_roles WHERE rolname = current_user',
    )
    const { database, me, super: isSuper, makes_roles } = rows[0]!
    const ownerRole = isSuper ? `${database}_owner` : undefined
    if (ownerRole) await becomeOwner(client, database, ownerRole)

    const appRole = appUrl ? decodeURIComponent(new URL(appUrl).username) : `${database}_app`
    if (!appUrl) {
      if (!makes_roles)
        throw new Error(
          `The role ${me} of DATABASE_URL may not create roles. Create a role for the program and set DATABASE_APP_URL (docs/operations.md).`,
        )
      await client.query('RESET ROLE')
      await makeAppRole(client, appRole, appPassword)
      if (ownerRole) await client.query(`SET ROLE ${escapeIdentifier(ownerRole)}`)
    }
    const migrated = await migrate(client)
    await runGraphile(url, ownerRole)
    if (ownerRole) {
      await client.query('RESET ROLE')
      await declareLeakproof(client)
      await client.query(`SET ROLE ${escapeIdentifier(ownerRole)}`)
    }
    await grant(client, appRole)
    return { appUrl: appUrl ?? withRole(url, appRole, appPassword), ownerRole, migrated }
  } finally {
    await client.end()
  }
}

/** Tables do not belong to a superuser: a role without sign-in owns them. */
async function becomeOwner(client: Client, database: string, owner: string): Promise<void> {
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${escapeIdentifier(owner)} NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  )
  await client.query(`GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${escapeIdentifier(database)} TO ${escapeIdentifier(owner)}`)
  await client.query(`SET ROLE ${escapeIdentifier(owner)}`)
}

async function makeAppRole(client: Client, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role)
  await client.query(
    `DO $$ BEGIN CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  )
  await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`)
}

const schemas = ['platform', 'core', 'services', 'community', 'market', 'procurement']

/** The program reads and writes rows; it cannot change tables, and history it can only add to. */
async function grant(client: Client, role: string): Promise<void> {
  const name = escapeIdentifier(role)
  const { rows } = await client.query<{ nspname: string }>('SELECT nspname FROM pg_namespace WHERE nspname = ANY($1)', [schemas])
  for (const { nspname } of rows) {
    await client.query(`GRANT USAGE ON SCHEMA ${nspname} TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${nspname} TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${nspname} TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${nspname} TO ${name}`)
  }
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON platform.migration FROM ${name}`)
  await client.query(`REVOKE UPDATE, DELETE ON core.event, core.event_subject, core.record_read FROM ${name}`)
}

function withRole(url: string, role: string, password: string): string {
  const address = new URL(url)
  address.username = role
  address.password = password
  return address.toString()
}
