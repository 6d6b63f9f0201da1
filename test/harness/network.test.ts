import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { databaseLine } from '../setup/database-line.ts'
import { said } from '../setup/said.ts'
import { busyTown } from './busy-town.ts'
import { type Storm, throughStorms } from './network.ts'

const town = await busyTown()
const line = await databaseLine(town.program.appUrl)
const pool = createPool(line.url, { max: 8, log: quietLog })
afterAll(async () => {
  await pool.end()
  await line.stop()
})
const ROUNDS = sizeOf('NETWORK', 1, 20)

test(`a bad line to the database is survived (seed ${HARNESS_SEED})`, { timeout: 7_200_000 }, async () => {
  const chance = chanceFor('network')
  const storms: Storm[] = Array.from(
    { length: ROUNDS },
    () =>
      [
        { weather: 'cut', forMs: chance.int(600, 1_500) },
        { weather: chance.int(50, 400), forMs: chance.int(500, 1_500) },
        { weather: 'deaf', forMs: chance.int(500, 1_000) },
        // Longer than anything may take.
        { weather: 'silent', forMs: chance.int(15_000, 16_000) },
        { weather: 'cut', forMs: chance.int(100, 300) },
      ] satisfies Storm[],
  ).flat()
  const answer = town.program.anew(pool)
  const found = await throughStorms(town, line, { ask: (request) => answer(request, '192.0.2.50'), storms, chance })
  console.log(
    `${found.asked} asked, ${found.refused} told to come back, longest ${found.longestMs} ms, well again after ${found.wellAgainMs.join(', ')} ms`,
  )
  expect(found.wrong, said(found.wrong)).toEqual([])
})
