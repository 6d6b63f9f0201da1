import pg from 'pg'

const NAME = 'stadtplatz'

/** Address of the program's database for the superuser; creates the database on the first start. */
export async function ensureDatabase(port: number, password: string): Promise<string> {
  const address = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  const client = new pg.Client({ connectionString: address('postgres'), connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } finally {
    await client.end()
  }
  return address(NAME)
}
