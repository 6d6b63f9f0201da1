// `npm run seed -- --size small|town|city [--seed N] [--reports N] [--applications N]`: fills the database of the configuration.
// small: the small demo town. town: both. city: both, and a million reports and a million applications in the large one.
import { parseArgs } from 'node:util'
import { loadConfig } from '#platform/config.ts'
import { buildCity, prepareDemo } from '../src/demo.ts'
import { openInstallation } from '../src/installation.ts'
import { buildIfStale } from './build-if-stale.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'town' },
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: '1000000' },
    applications: { type: 'string', default: '1000000' },
  },
})
const { size } = values
if (size !== 'small' && size !== 'town' && size !== 'city') {
  say('Say how much: npm run seed -- --size small|town|city')
  process.exit(2)
}
// The demo is made through the program itself, which names its built files.
buildIfStale()
const endings: (() => Promise<unknown>)[] = []
const keepAlive = setInterval(() => {}, 1_000)
try {
  const config = loadConfig()
  const { house, ownerPool } = await openInstallation(config, endings, say, { statementTimeout: 0 })
  await prepareDemo(house, say, size === 'small' ? ['small'] : ['large', 'small'])
  if (size === 'city') {
    const wanted = { reports: Number(values.reports), applications: Number(values.applications), seed: Number(values.seed) }
    await buildCity(house, wanted, say)
  }
  say('The database counts its rows …')
  await ownerPool(1, 'stadtplatz-analyze').query('ANALYZE')
  say('Done.')
} finally {
  for (const end of endings.reverse()) await end()
  clearInterval(keepAlive)
}
