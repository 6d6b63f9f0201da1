import type { Config } from '#platform/config.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { objections } from '#platform/db/guard.ts'
import { onceReachable } from '#platform/db/once-reachable.ts'
import { createPool } from '#platform/db/pool.ts'
import { provision } from '#platform/db/provision.ts'
import { createLog, type Log } from '#platform/log.ts'
import { forgiveMissingTexts } from '#platform/text.ts'
import { buildHouse, type WholeHouse } from './house.tsx'

export type Installation = {
  house: WholeHouse
  log: Log
  /** Address of the database for the program's own role. */
  appUrl: string
  /** Connections as the owner of the tables, for the job queue and for counting rows. */
  ownerPool(max: number, applicationName: string): ReturnType<typeof createPool>
}

/**
 * Opens the database (the embedded one unless another is configured), brings it up to date and puts the program together on it.
 * `statementTimeout` in milliseconds, 0 for none: commands may take longer than requests. What must be ended later is added to `endings`. Throws sentences for the operator.
 */
export async function openInstallation(
  config: Config,
  endings: (() => Promise<unknown>)[],
  say: (text: string) => void,
  { statementTimeout }: { statementTimeout?: number } = {},
): Promise<Installation> {
  const log = createLog(config.logLevel)
  if (config.production) forgiveMissingTexts((key, locale) => log.error({ key, locale }, 'a text is missing'))
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
  if (embedded) endings.push(() => embedded.stop())
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const appPassword = config.key('database-app').toString('hex')
  const { appUrl, ownerRole } = await onceReachable(() => provision(url, { appUrl: config.databaseAppUrl, appPassword }), say)

  const pool = createPool(appUrl, { max: config.databasePool, log, ...(statementTimeout === undefined ? {} : { statementTimeout }) })
  endings.push(() => pool.end())
  const problems = await onceReachable(() => objections(pool), say)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return {
    house: buildHouse(config, pool, log),
    log,
    appUrl,
    ownerPool(max, applicationName) {
      const owner = createPool(url, { max, log, applicationName, statementTimeout: 120_000, ...(ownerRole ? { role: ownerRole } : {}) })
      endings.push(() => owner.end())
      return owner
    },
  }
}
