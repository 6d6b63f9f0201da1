import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { ownerOfCopy } from '../setup/database.ts'
import { databaseLine } from '../setup/database-line.ts'
import { mailServer } from '../setup/mail-server.ts'
import { spawnProgram } from '../setup/processes.ts'
import { said } from '../setup/said.ts'
import { busyTown } from './busy-town.ts'
import { sendThroughKills } from './effects.ts'

const SECRET = 'a secret that two processes have in common'
const EVENTS = sizeOf('EFFECTS', 300, 10_000)
/** Reports a second. In the quick size they come as fast as they can, so that many letters wait when the worker is killed. */
const PACE = sizeOf('EFFECTS_PACE', 0, 10) || undefined
/** A town hall that wants its letters at once lets a second worker run, which goes on while the first is started again. */
const WORKERS = sizeOf('EFFECTS_WORKERS', 1, 2)
const KILLS = Math.max(3, Math.round(EVENTS / 150))

// Slow enough that whoever is killed has letters on their way.
const mails = await mailServer({ takesMs: 25 })
const town = await busyTown({ SECRET, SMTP_URL: mails.url })
// The worker has a clock of its own, and the lag of a letter is measured between both: this one has to go as well.
Object.defineProperty(town.program.clock, 'at', { get: () => new Date() })
await ownerOfCopy(town.program)
const line = await databaseLine(town.program.appUrl)
const pool = createPool(line.url, { max: 8, log: quietLog })
const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-worker-'))
afterAll(async () => {
  await pool.end()
  await line.stop()
  await mails.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
buildIfStale()

const startWorker = () =>
  spawnProgram({
    DATA_DIR: dataDir,
    DATABASE_URL: town.program.adminUrl,
    PUBLIC_URL: 'http://neustadt.test',
    SMTP_URL: mails.url,
    SECRET,
    ROLES: 'worker',
    DEMO: '0',
  })

test(`${EVENTS} reports answered by mail, the worker killed ${KILLS} times (seed ${HARNESS_SEED})`, { timeout: 7_200_000 }, async () => {
  const answer = town.program.anew(pool)
  const { wrong, committed, undone, twice, lag } = await sendThroughKills(town, {
    events: EVENTS,
    perSecond: PACE,
    kills: KILLS,
    chance: chanceFor('effects'),
    ask: (request) => answer(request, '192.0.2.60'),
    line,
    mails,
    workers: WORKERS,
    startWorker,
  })
  console.log(
    `${committed} reports, ${undone} broken off, ${twice} letters twice under their one Message-ID; lag ${lag.median} ms, p99 ${lag.p99} ms`,
  )
  expect(wrong, said(wrong)).toEqual([])
  expect(committed).toBeGreaterThanOrEqual(EVENTS)
  expect(undone).toBeGreaterThan(0)
})
