import { expect, test } from 'vitest'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { said } from '../setup/said.ts'
import { busyTown } from './busy-town.ts'
import { takeAtOnce } from './once.ts'

const town = await busyTown()
const TAKERS = 200
const ROUNDS = sizeOf('ONCE', 20, 500)

test(`${TAKERS} at once want what there is once, ${ROUNDS} times (seed ${HARNESS_SEED})`, { timeout: 3_600_000 }, async () => {
  const wrong = await takeAtOnce(town, { rounds: ROUNDS, takers: TAKERS, chance: chanceFor('once') })
  expect(wrong, said(wrong)).toEqual([])
})
