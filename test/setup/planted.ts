import { type Client, escapeIdentifier } from 'pg'

/** A word that stands in what one town wrote and nowhere else. */
export const PLANTED = 'Quorximal'

type Column = { table: string; column: string; type: string }

/** Columns of all tables that belong to towns; those that the database fills by itself are left out. */
export async function townColumns(client: Pick<Client, 'query'>): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.oid::regclass::text AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN ('platform', 'core', 'services', 'community', 'market', 'procurement')
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attname <> 'tenant_id'
      AND EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped)
    ORDER BY 1, 2`)
  return rows
}

/**
 * Puts the word into everything that people of the town wrote: texts with spaces, domains of addresses, texts in two languages.
 * Returns the columns that took it.
 */
export async function plantWords(client: Client, slug: string): Promise<string[]> {
  const taken: string[] = []
  const { rows } = await client.query<{ id: string }>('SELECT id FROM core.town WHERE slug = $1', [slug])
  const id = rows[0]?.id
  for (const { table, column, type } of await townColumns(client)) {
    const name = escapeIdentifier(column)
    const changes =
      type === 'text'
        ? [
            `${name} = ${name} || ' ${PLANTED}' WHERE ${name} ~ '[[:alpha:]] [[:alpha:]]' AND length(${name}) < 3000`,
            `${name} = replace(${name}, '@', '@${PLANTED.toLowerCase()}.') WHERE ${name} ~ '^[^ ]+@[^ ]+$'`,
          ]
        : type === 'jsonb'
          ? [`${name} = replace(${name}::text, '"de": "', '"de": "${PLANTED} ')::jsonb WHERE ${name}::text LIKE '%"de": "%'`]
          : []
    for (const change of changes) {
      await client.query('BEGIN')
      try {
        const { rowCount } = await client.query(`UPDATE ${table} SET ${change} AND tenant_id = '${id}'`)
        await client.query('COMMIT')
        if (rowCount) taken.push(`${table}.${column}`)
      } catch {
        // The column holds words of the program, not of people.
        await client.query('ROLLBACK')
      }
    }
  }
  return taken
}
