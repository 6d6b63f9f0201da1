import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { castOf, everybody, rightsOf } from '../setup/cast.ts'
import { chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { type Driver, drivers } from '../setup/process-drivers.ts'
import { expectNothing } from '../setup/said.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const town = program.large
const admin = createPool(program.adminUrl, { max: 2, log: quietLog })
const cast = castOf(program, town)
afterAll(async () => {
  program.house.hangUp()
  await admin.end()
})

const CELLS = sizeOf('STEPS', 150, 100_000)

type Cell = { who: string; verb: string; state: string; own: boolean }

/** Who may take a step at all, whatever the state: members of the unit with the step's right, or those who may work on everything. */
function mayTake({ process, all, ownOnly, notByStaff }: Driver, { who, verb, own }: Cell): boolean {
  const rights = rightsOf(program, who)
  const { may } = process.steps[verb]!
  if (notByStaff.includes(verb) || !rights.has('report.see')) return false
  if (ownOnly.includes(verb)) return rights.has(may) && own
  return may === 'report.work' ? rights.has(all) || (rights.has(may) && own) : rights.has(may)
}

test.each(drivers.map((driver) => [driver.process.kind, driver] as const))(
  `%s: each role takes exactly the steps that the table of states and the table of rights allow (HARNESS_SEED=${HARNESS_SEED})`,
  { timeout: 3_600_000 },
  async (kind, driver) => {
    const chance = chanceFor('steps', kind)
    await cast.as('clerk')
    const unit = cast.facts('clerk')!.organisationId!
    const subjects = await driver.subjects(admin, town.id, unit)
    const states = Object.keys(driver.process.states)
    const verbs = Object.keys(driver.process.steps)
    const cells: Cell[] = everybody.flatMap((who) =>
      states.flatMap((state) => verbs.flatMap((verb) => [true, false].map((own) => ({ who, state, verb, own })))),
    )
    const wrong: string[] = []
    let taken = 0
    const staff = cells.filter(({ who }) => rightsOf(program, who).has('report.see'))
    // Among those who see the desk at all there is more to get wrong.
    const sample = [...chance.shuffle(staff).slice(0, CELLS), ...chance.shuffle(cells).slice(0, Math.ceil(CELLS / 5))]
    for (const cell of sample) {
      const subject = cell.own ? subjects.own : subjects.others
      const { number } = subject
      const { from, to } = driver.process.steps[cell.verb]!
      const allowed = mayTake(driver, cell) && from.includes(cell.state)
      await driver.put(admin, town.id, subject, cell.state)
      const { path, fields } = driver.request(cell.verb, number, unit)
      const seen = await (await cast.as(cell.who)).post(path, fields)
      const state = await driver.stateOf(admin, town.id, number)
      const next = !allowed || to === 'same' ? cell.state : to === 'before' ? 'accepted' : to
      if (seen.status === 303) taken += 1
      if (allowed !== (seen.status === 303) || state !== next || seen.status >= 500)
        wrong.push(
          `${cell.who} ${cell.verb} in ${cell.state} (${cell.own ? 'own' : 'other'} unit): ${seen.status}, then ${state}; the tables say ${allowed ? next : 'no'}`,
        )
    }
    console.log(`steps of ${kind}: ${sample.length} cells, ${taken} taken`)
    expectNothing(wrong)
    expect(taken).toBeGreaterThan(0)
  },
)
