import type { Seen } from '../setup/visitor.ts'
import { PASSWORD } from './accounts.ts'
import type { BusyTown } from './busy-town.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a town does all day and needs no neighbour for: look, report, work, sign in. Returns what did not go. */
export async function ordinaryDay(town: BusyTown, email: string, ask = town.program.visitor): Promise<string[]> {
  const wrong: string[] = []
  const expect = (what: string, { status }: Seen, wanted: number) => {
    if (status !== wanted) wrong.push(`${what} answers ${status}`)
  }
  const stranger = ask()
  expect('the list', await stranger.get('/meldungen'), 200)
  const sent = await stranger.post('/meldungen', { category: 'pothole', text: 'Ein Loch wie jeden Tag', lat: '49.05', lon: '11.05' })
  expect('a report', sent, 303)
  const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.location ?? '')?.[0] ?? ''
  expect('its page', await ask().get(`/meldungen/${number}`), 200)
  const at = `/amt/meldungen/${number}`
  expect('its page at the desk', await town.staff.visitor.get(at), 200)
  expect('a step', await town.staff.visitor.post(`${at}/schritt`, { verb: 'accept' }), 303)
  expect('signing in', await ask().post('/anmelden', { email, password: PASSWORD }), 303)
  return wrong
}

export type Outage = {
  what: string
  /** What is asked of the neighbour meanwhile, many at once; it may wait and be told to come back, and gets nothing else. */
  asking: () => Promise<Seen>
  /** What is wrong with an answer to it. */
  judge: (seen: Seen) => string | undefined
}

/**
 * With `many` waiting for a neighbour who does not answer, an ordinary day goes on, for `forMs` at least once; and none of those who
 * wait gets more than he would with the neighbour. Returns what went wrong.
 */
export async function without(
  town: BusyTown,
  { what, asking, judge }: Outage,
  { email, many, forMs }: { email: string; many: number; forMs: number },
): Promise<string[]> {
  const wrong: string[] = []
  const until = performance.now() + forMs
  do {
    const asked = Array.from({ length: many }, asking)
    // They all stand at the neighbour's door before the day begins.
    await pause(300)
    wrong.push(...(await ordinaryDay(town, email)).map((found) => `while ${what}: ${found}`))
    for (const seen of await Promise.all(asked)) {
      const found = seen.status >= 500 && seen.status !== 503 ? `answers ${seen.status}` : judge(seen)
      if (found) wrong.push(`while ${what}: ${found}`)
      if (seen.status === 503 && !seen.headers.has('retry-after')) wrong.push(`while ${what}: 503 without Retry-After`)
    }
  } while (performance.now() < until)
  return [...new Set(wrong)]
}
