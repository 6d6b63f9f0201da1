// Writes src/platform/db/schema.generated.ts from a database with all migrations. `--check` only compares.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { provision } from '#platform/db/provision.ts'
import { root } from '#platform/root.ts'

const target = join(root, 'src/platform/db/schema.generated.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-schema-'))
const database = await startEmbedded({ dataDir, log: () => {} })
try {
  await provision(database.url, { appPassword: 'only-here' })
  const out = join(dataDir, 'schema.ts')
  const include = '(platform|core|services|community|market|procurement).*'
  const args = [
    '--url',
    database.url,
    '--dialect',
    'postgres',
    '--include-pattern',
    include,
    '--out-file',
    out,
    '--date-parser',
    'string',
    '--type-mapping',
    '{"int8":"number"}',
  ]
  execFileSync(process.execPath, [join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const text = readFileSync(out, 'utf8')
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== text) throw new Error('src/platform/db/schema.generated.ts is out of date: npm run schema')
  } else writeFileSync(target, text)
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
