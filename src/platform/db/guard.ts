import type { Pool } from 'pg'

type Facts = { fsync: string; sync: string; version: number; super: boolean; bypass: boolean; owns: number }

/**
 * The sentences that keep the program from starting: a server that may lose what it acknowledged, one that is too old,
 * or a role that could see every town.
 */
export async function objections(app: Pool): Promise<string[]> {
  const { rows } = await app.query<Facts>(`SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync,
    current_setting('server_version_num')::int AS version, r.rolsuper AS super, r.rolbypassrls AS bypass,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND pg_has_role(current_user, c.relowner, 'USAGE')) AS owns
    FROM pg_roles r WHERE r.rolname = current_user`)
  const facts = rows[0]!
  return [
    ...(facts.version < 150_000 ? ['The database server is older than PostgreSQL 15.'] : []),
    ...(facts.fsync === 'off' ? ['The database server runs with fsync = off: what people send could be lost. Set fsync = on.'] : []),
    ...(facts.sync === 'off'
      ? ['The database server runs with synchronous_commit = off: what was acknowledged could be lost. Set it to on.']
      : []),
    ...(facts.super || facts.bypass
      ? ['The role of the program can bypass row-level security: one town could see another. Use a role without SUPERUSER and BYPASSRLS.']
      : []),
    ...(facts.owns > 0 ? ['The role of the program owns tables or may act as their owner. Use a role that owns nothing.'] : []),
  ]
}
