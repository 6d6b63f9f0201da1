import { expect, test } from 'vitest'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { said } from '../setup/said.ts'
import { busyTown } from './busy-town.ts'
import { repeatEverything } from './repeats.ts'

const town = await busyTown()
const OPERATIONS = sizeOf('REPEATS', 100, 1_000)

test(`${OPERATIONS} operations, each ten times at once with one key, have one effect each (seed ${HARNESS_SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const { wrong, tally, inFlight } = await repeatEverything(town, {
    operations: OPERATIONS,
    chance: chanceFor('repeats'),
    anew: () => town.program.anew(),
  })
  const taken = [...tally].filter(([, { taken }]) => taken > 0).map(([what]) => what)
  console.log(`${taken.length} of ${tally.size} forms taken, ${inFlight} repeats while the first was running`)
  if (process.env.TALLY)
    console.log(
      [...tally]
        .map(([what, n]) => `${what} ${n.taken}/${n.tried}`)
        .sort()
        .join('\n'),
    )
  expect(wrong, said(wrong)).toEqual([])
  // Otherwise much of it was refused, and little was repeated.
  expect(taken.length).toBeGreaterThan(Math.min(70, OPERATIONS / 2))
})
