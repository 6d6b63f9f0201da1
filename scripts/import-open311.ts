// `npm run import:open311 -- --town neustadt --from https://other.example/open311/v2/ [--jurisdiction other.example] [--category-map map.json] [--since 2020-01-01]`
// Takes over what another Open311 server (GeoReport v2, JSON) tells, into the database of the configuration. It may be broken off and begun again;
// done again it takes what is new and changed. Nobody is told of what is taken over. The file maps service codes to our category codes.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadConfig } from '#platform/config.ts'
import { system } from '#platform/context.ts'
import { inContext } from '#platform/open-context.ts'
import { type Done, importOpen311 } from '#standards/open311-import/index.ts'
import { openInstallation } from '../src/installation.ts'
import { buildIfStale } from './build-if-stale.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const options = {
  town: { type: 'string' },
  from: { type: 'string' },
  jurisdiction: { type: 'string' },
  'category-map': { type: 'string' },
  since: { type: 'string' },
} as const

/** What was asked for, or a sentence about what is missing. */
function wishOf() {
  const { values } = parseArgs({ options })
  const { town, from = '', jurisdiction } = values
  const base = URL.canParse(from) ? new URL(from.endsWith('/') ? from : `${from}/`) : undefined
  if (!town || !base || !/^https?:$/.test(base.protocol))
    throw new Error('Say --town and --from, the address of the other server up to /v2/.')
  const day = z.iso.date().optional().safeParse(values.since)
  if (!day.success) throw new Error('--since is a day such as 2020-01-31.')
  const since = day.data === undefined ? undefined : new Date(`${day.data}T00:00:00Z`)
  const file = values['category-map']
  const named = file === undefined ? {} : z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  return { town, wish: { source: { base, jurisdiction }, named, since } }
}

function tell({ added, changed, same, refused, categories, resumed }: Done): void {
  say(`Taken over: ${added} new, ${changed} changed, ${same} as they were${resumed ? ' (with the import that was broken off)' : ''}.`)
  for (const { service, category, how } of categories) say(`  ${service.code || service.name} → ${category.code} (${how})`)
  if (refused.length > 0) say('Not taken over:')
  for (const { why, count, examples } of refused) say(`  ${why}: ${count} (${examples.join(', ')}${count > examples.length ? ' …' : ''})`)
}

const endings: (() => Promise<unknown>)[] = []
// The embedded database alone does not keep the process alive.
const keepAlive = setInterval(() => {}, 1_000)
try {
  const { town: slug, wish } = wishOf()
  buildIfStale()
  const { house } = await openInstallation(loadConfig(), endings, say, { statementTimeout: 0 })
  const town = await house.directory.bySlug(slug)
  if (!town) throw new Error(`There is no town ${slug}.`)
  tell(await importOpen311(wish, (work) => inContext(house, { town, actor: system }, work), say))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  for (const end of endings.reverse()) await end()
  clearInterval(keepAlive)
}
