import { Client } from 'pg'
import type { Seeded } from '#platform/seeded.ts'
import type { Seen } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { prizesOfAccounts } from './prizes-of-accounts.ts'
import { prizesOfReports } from './prizes-of-reports.ts'

/** Lets `takers` reach for each prize at the same moment, `rounds` times in all. Returns what went wrong. */
export async function takeAtOnce(
  town: BusyTown,
  { rounds, takers, chance }: { rounds: number; takers: number; chance: Seeded },
): Promise<string[]> {
  const wrong: string[] = []
  const client = new Client({ connectionString: town.program.adminUrl })
  await client.connect()
  const kinds = [...prizesOfAccounts(town, client), ...prizesOfReports(town, client)]
  for (let round = 0; round < rounds; round += 1) {
    const { what, prepare } = kinds[round % kinds.length]!
    const prize = await prepare(takers)
    const answers = await Promise.all(chance.shuffle(prize.takers).map(untilAnswered))
    const won = answers.filter(({ status }) => status === 303 || status === 201).length
    const failed = answers.filter(({ status }) => status >= 500).map(({ status }) => status)
    if (prize.winners !== undefined && won !== prize.winners) wrong.push(`${what}: ${won} had it instead of ${prize.winners}`)
    if (failed.length > 0) wrong.push(`${what}: answered ${[...new Set(failed)].join(', ')}`)
    const left = await prize.left()
    if (left !== prize.expected) wrong.push(`${what}: afterwards ${left} instead of ${prize.expected}`)
  }
  await client.end()
  return wrong
}

/** Who is told to come back, because there are too many or the first try still runs, comes back. */
async function untilAnswered(take: () => Promise<Seen>): Promise<Seen> {
  for (let tries = 0; ; tries += 1) {
    const answer = await take()
    if (![409, 503].includes(answer.status) || !answer.headers.has('retry-after') || tries === 50) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
